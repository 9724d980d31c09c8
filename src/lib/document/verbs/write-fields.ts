import * as Y from 'yjs';
import { keyOf } from '../key.ts';
import { ordersFor, type Random } from '../order.ts';
import { share } from '../reading/share.ts';
import type { Fields } from '../schema.ts';
import { orderField, type FieldShape, type ItemsField } from '../shape.ts';
import { editText } from './text.ts';

/** What is needed to make maps for items. */
export type Making = { readonly newId: () => string; readonly random: Random };

type Shapes = Readonly<Record<string, FieldShape>>;

/** Makes the map of a new record with all its fields, texts and items. */
export function newRecordMap(shapes: Shapes, fields: Fields, making: Making): Y.Map<unknown> {
	const map = new Y.Map<unknown>();
	for (const [name, shape] of Object.entries(shapes)) {
		const value = fields[name];
		if (shape.as === 'text') map.set(name, new Y.Text(String(value ?? '').toWellFormed()));
		else if (shape.as === 'items') map.set(name, newItemsMap(shape, value, making));
		else if (value !== undefined) map.set(name, toPlain(value));
	}
	return map;
}

function newItemsMap(shape: ItemsField, value: unknown, making: Making): Y.Map<unknown> {
	const items = (value ?? []) as readonly Fields[];
	const orders = ordersFor(items.length, making.random);
	const map = new Y.Map<unknown>();
	for (const [index, item] of items.entries()) {
		map.set(keyOfItem(shape, item, making), newItemMap(shape, item, orders[index]));
	}
	return map;
}

/** Makes the map of a new item at a place in its list. */
export function newItemMap(
	shape: ItemsField,
	fields: Fields,
	order: string | undefined
): Y.Map<unknown> {
	const map = new Y.Map<unknown>();
	for (const name of Object.keys(shape.fields)) map.set(name, toPlain(fields[name]));
	map.set(orderField, order);
	return map;
}

/** Gives the key of an item: from the field that repeats it, or a new one. */
export function keyOfItem(shape: ItemsField, item: Fields, { newId }: Making): string {
	return shape.keyField === null ? newId() : keyOf(String(item[shape.keyField]));
}

/** Writes a value when it differs from what stands there. */
export function writeValue(map: Y.Map<unknown>, name: string, value: unknown): void {
	const next = toPlain(value);
	const current = map.get(name);
	if (next === undefined) map.delete(name);
	else if (!map.has(name) || !isSame(current, next)) map.set(name, next);
}

/** Writes words into a shared text, and makes one where something else stands. */
export function writeText(map: Y.Map<unknown>, name: string, words: string): void {
	const text = map.get(name);
	if (text instanceof Y.Text && !(text instanceof Y.XmlText)) editText(text, words);
	else map.set(name, new Y.Text(words.toWellFormed()));
}

/** Copies plain JSON without what JSON cannot hold, so that every copy of the document reads the same. */
export function toPlain(value: unknown): unknown {
	if (typeof value === 'string') return value.toWellFormed();
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(toPlain);
	const parts = Object.entries(value).filter(([, part]) => part !== undefined);
	return Object.fromEntries(parts.map(([name, part]) => [name, toPlain(part)]));
}

/** Tells whether two plain values are equal. */
function isSame(one: unknown, other: unknown): boolean {
	return share(one, other) === one;
}
