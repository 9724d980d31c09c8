import * as Y from 'yjs';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { keyOf } from '../key.ts';
import { mapIn } from '../maps.ts';
import { compareOrder, orderBetween, ordersFor, type Random } from '../order.ts';
import { readOrder } from '../reading/read-record.ts';
import { rootOf } from '../roots.ts';
import type { Fields } from '../schema.ts';
import {
	orderField,
	recordFields,
	recordKinds,
	settingsFields,
	type FieldShape,
	type ItemsField
} from '../shape.ts';
import { keyOfItem, newItemMap, newRecordMap, writeText, writeValue } from './write-fields.ts';
import type { Writing } from './writing.ts';

/**
 * Makes the whole board equal to a workshop file in one transaction.
 * What is the same is left alone, so that somebody who is typing in it keeps their place.
 * Rounds, challenges and adoption are not on the board and are passed over.
 */
export function replaceContent(writing: Writing, file: WorkshopFile): void {
	writing.commit(() => {
		replaceFields(writing.maps.workshop, {
			shapes: settingsFields,
			fields: file.workshop,
			writing
		});
		for (const kind of recordKinds) {
			const shapes = recordFields[kind];
			replaceMaps(writing.maps[kind], {
				wanted: file[rootOf[kind]].map((record) => ({ key: keyOf(record.id), fields: record })),
				make: (fields) => newRecordMap(shapes, fields, writing),
				replace: (map, fields) => replaceFields(map, { shapes, fields, writing }),
				random: writing.random
			});
		}
	});
}

type Replacement = {
	readonly shapes: Readonly<Record<string, FieldShape>>;
	readonly fields: Fields;
	readonly writing: Writing;
};

function replaceFields(map: Y.Map<unknown>, { shapes, fields, writing }: Replacement): void {
	for (const [name, shape] of Object.entries(shapes)) {
		const value = fields[name];
		if (shape.as === 'text') writeText(map, name, String(value ?? ''));
		else if (shape.as === 'items') replaceItems(map, name, { shape, value, writing });
		else writeValue(map, name, value);
	}
}

type ItemReplacement = {
	readonly shape: ItemsField;
	readonly value: unknown;
	readonly writing: Writing;
};

function replaceItems(
	record: Y.Map<unknown>,
	name: string,
	{ shape, value, writing }: ItemReplacement
): void {
	const items = mapIn(record, name) ?? record.set(name, new Y.Map<unknown>());
	const kept = shape.keyField === null ? keysInOrder(items) : [];
	replaceMaps(items, {
		wanted: ((value ?? []) as readonly Fields[]).map((fields, index) => ({
			key: kept[index] ?? keyOfItem(shape, fields, writing),
			fields
		})),
		make: (fields) => newItemMap(shape, fields, undefined),
		replace: (map, fields) => {
			for (const field of Object.keys(shape.fields)) writeValue(map, field, fields[field]);
		},
		random: writing.random
	});
}

type Wanted = {
	readonly wanted: readonly { readonly key: string; readonly fields: Fields }[];
	readonly make: (fields: Fields) => Y.Map<unknown>;
	readonly replace: (map: Y.Map<unknown>, fields: Fields) => void;
	readonly random: Random;
};

/** Makes a list hold the wanted maps in the wanted order, and nothing else. */
function replaceMaps(list: Y.Map<unknown>, { wanted, make, replace, random }: Wanted): void {
	const keys = new Set(wanted.map(({ key }) => key));
	for (const key of [...list.keys()]) if (!keys.has(key)) list.delete(key);
	const there = wanted.map(({ key }) => mapIn(list, key));
	const orders = ordersKeeping(
		there.map((map) => map && readOrder(map)),
		random
	);
	for (const [index, { key, fields }] of wanted.entries()) {
		const existing = there[index];
		if (existing) {
			replace(existing, fields);
			writeValue(existing, orderField, orders[index]);
		} else {
			const map = make(fields);
			map.set(orderField, orders[index]);
			list.set(key, map);
		}
	}
}

/** Gives places in ascending order that keep those which already ascend; new ones for all where that fails. */
function ordersKeeping(present: readonly (string | undefined)[], random: Random): string[] {
	const orders: string[] = [];
	for (const order of present) {
		const last = orders.at(-1);
		const keeps = order !== undefined && (last === undefined || last < order);
		const next: string | undefined = keeps ? order : orderBetween(last, undefined, random);
		if (next === undefined) return ordersFor(present.length, random);
		orders.push(next);
	}
	return orders;
}

/** Lists the keys under which items are, in their order. */
function keysInOrder(items: Y.Map<unknown>): string[] {
	const places = [...items.keys()].flatMap((key) => {
		const map = mapIn(items, key);
		return map ? [{ key, order: readOrder(map) }] : [];
	});
	return places.sort(compareOrder).map(({ key }) => key);
}
