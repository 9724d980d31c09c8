import * as v from 'valibot';
import * as Y from 'yjs';
import type { Placement } from '../content.ts';
import { keyOf } from '../key.ts';
import { mapIn } from '../maps.ts';
import { readRecord } from '../reading/read-record.ts';
import { gone, isRefusal, type Refusal } from '../refusal.ts';
import { defaultsOfItems, schemasOfItems, type Fields } from '../schema.ts';
import { orderField, recordFields, type ItemsField } from '../shape.ts';
import { refuseAgreedItem } from './agreed.ts';
import { parseFields, refuseOutcome, surroundingsOf } from './checking.ts';
import { makeRoom, refusePlacement } from './placing.ts';
import { taken } from './records.ts';
import { newItemMap, writeValue } from './write-fields.ts';
import type { ItemPlace, ItemsOf, Writing } from './writing.ts';

/** Adds an item under a key, or changes the one that is there. */
export function putItem(writing: Writing, place: ItemPlace, patch: Fields): Refusal | undefined {
	return itemIn(writing, place)
		? changeItem(writing, place, patch)
		: addItem(writing, place, patch);
}

/** Adds an item at the end of its list; fields that the draft leaves out get their default. */
export function addItem(writing: Writing, place: ItemPlace, draft: Fields): Refusal | undefined {
	const { kind, id, list, item } = place;
	const record = mapIn(writing.maps[kind], keyOf(id));
	if (!record) return gone('', id);
	if (itemIn(writing, place)) return { ...taken(item), path: `${list}.${item}` };
	const shape = shapeOf(place);
	const key = shape.keyField === null ? {} : { [shape.keyField]: item };
	const filled = { ...defaultsOfItems(list), ...given(draft), ...key };
	const fields = parseFields(schemasOfItems(list), filled, `${list}.${item}.`);
	if (isRefusal(fields)) return fields;
	const refusal = refuseAgreedItem(writing, place) ?? refuseItem(writing, place, fields);
	if (refusal) return refusal;
	writing.commit(() => {
		const items = mapIn(record, list) ?? record.set(list, new Y.Map<unknown>());
		const placing = { key: keyOf(item), placement: 'last', random: writing.random } as const;
		items.set(keyOf(item), newItemMap(shape, fields, makeRoom(items, placing)));
	}, stepOf(place));
	return undefined;
}

/** Changes fields of an item that is there. */
export function changeItem(writing: Writing, place: ItemPlace, patch: Fields): Refusal | undefined {
	const map = itemIn(writing, place);
	if (!map) return gone(`${place.list}.${place.item}`, place.item);
	const { keyField } = shapeOf(place);
	const schemas = { ...schemasOfItems(place.list), ...(keyField && { [keyField]: v.never() }) };
	const fields = parseFields(schemas, given(patch), `${place.list}.${place.item}.`);
	if (isRefusal(fields)) return fields;
	const refusal = refuseAgreedItem(writing, place) ?? refuseItem(writing, place, fields);
	if (refusal) return refusal;
	writing.commit(
		() => {
			for (const [name, value] of Object.entries(fields)) writeValue(map, name, value);
		},
		`${stepOf(place)}.${Object.keys(fields).join()}`
	);
	return undefined;
}

/** Takes an item out of its list. */
export function removeItem(writing: Writing, place: ItemPlace): Refusal | undefined {
	const items = itemsIn(writing, place);
	if (!items?.has(keyOf(place.item))) return gone(`${place.list}.${place.item}`, place.item);
	const refusal = refuseAgreedItem(writing, place);
	if (refusal) return refusal;
	writing.commit(() => items.delete(keyOf(place.item)));
	return undefined;
}

/** Moves an item to another place in its list. */
export function moveItem(
	writing: Writing,
	place: ItemPlace,
	placement: Placement
): Refusal | undefined {
	const items = itemsIn(writing, place);
	const key = keyOf(place.item);
	const map = items && mapIn(items, key);
	if (!items || !map) return gone(`${place.list}.${place.item}`, place.item);
	const refusal = refuseAgreedItem(writing, place) ?? refusePlacement(items, placement, place.item);
	if (refusal) return refusal;
	const placing = { key, placement, random: writing.random };
	writing.commit(() => writeValue(map, orderField, makeRoom(items, placing)));
	return undefined;
}

/** Gives the map of a list of items, when it is there. */
export function itemsIn({ maps }: Pick<Writing, 'maps'>, { kind, id, list }: ItemsOf) {
	const record = mapIn(maps[kind], keyOf(id));
	return record && mapIn(record, list);
}

function itemIn(writing: Writing, place: ItemPlace): Y.Map<unknown> | undefined {
	const items = itemsIn(writing, place);
	return items && mapIn(items, keyOf(place.item));
}

function shapeOf({ kind, list }: ItemsOf): ItemsField {
	const shape = recordFields[kind][list];
	if (shape?.as !== 'items') throw new TypeError(`A ${kind} has no list "${list}".`);
	return shape;
}

/** Refuses fields for an item that would make its record need a repair. */
function refuseItem(writing: Writing, place: ItemPlace, fields: Fields): Refusal | undefined {
	const { kind, id, list, item } = place;
	const record = mapIn(writing.maps[kind], keyOf(id));
	if (!record) return gone('', id);
	const before = readRecord(kind, id, record);
	const keys = before.itemKeys[list] ?? [];
	const items = [...((before.fields[list] ?? []) as readonly Fields[])];
	const found = keys.indexOf(keyOf(item));
	const index = found < 0 ? items.length : found;
	items[index] = { ...items[index], ...fields };
	const itemKeys = { ...before.itemKeys, [list]: found < 0 ? [...keys, keyOf(item)] : keys };
	const after = { ...before, fields: { ...before.fields, [list]: items }, itemKeys };
	return refuseOutcome({ kind, before, after, surroundings: surroundingsOf(writing.maps) });
}

function given(fields: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function stepOf({ kind, id, list, item }: ItemPlace): string {
	return `${kind}.${id}.${list}.${item}`;
}
