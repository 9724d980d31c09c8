import type * as Y from 'yjs';
import { isPlainObject } from '#lib/domain/field.ts';
import { boardRoots, rootOf, settingsRoot } from '../roots.ts';
import { recordFields, recordKinds, settingsFields, type FieldShape } from '../shape.ts';
import { share } from '../reading/share.ts';

/**
 * Where something stands on the board as it is written: root and key of a record, then perhaps a field,
 * an item and a field of that. The settings are one record, under an empty key.
 */
export type Place = readonly string[];

/** What stood at a place and what stands there now; undefined is nothing. */
export type PlaceChange = {
	readonly place: Place;
	readonly before: unknown;
	readonly after: unknown;
};

type Fields = Readonly<Record<string, FieldShape>>;

/** One text for a place, to look it up by; keys have no slash. */
export function nameOfPlace(place: Place): string {
	return place.join('/');
}

/** The fields that a record of a root map has. */
export function fieldsOf(root: string): Fields {
	const kind = recordKinds.find((one) => rootOf[one] === root);
	return kind ? recordFields[kind] : settingsFields;
}

/** Everything on a board as it is written, by root and key. */
export function everythingIn(doc: Y.Doc): Map<string, unknown> {
	const records = boardRoots.flatMap((root) =>
		root === settingsRoot
			? [[root, ''] as const]
			: [...doc.getMap(root).keys()].map((key) => [root, key] as const)
	);
	return new Map(records.map((place) => [nameOfPlace(place), valueAt(doc, place)]));
}

/** What stands at a place, as plain JSON. */
export function valueAt(doc: Y.Doc, [root = '', key = '', ...within]: Place): unknown {
	const map = doc.getMap(root);
	const record: unknown = root === settingsRoot ? map.toJSON() : plain(map.get(key));
	return within.reduce<unknown>(
		(value, name) => (isPlainObject(value) ? value[name] : undefined),
		record
	);
}

function plain(value: unknown): unknown {
	const hasParts = typeof value === 'object' && value !== null && 'toJSON' in value;
	return hasParts ? (value as Y.Map<unknown>).toJSON() : value;
}

/** Lists where a record is written otherwise than before: as a whole, per field, or per item and field. */
export function changesOf({ place, before, after }: PlaceChange): PlaceChange[] {
	if (isSame(before, after)) return [];
	if (!isPlainObject(before) || !isPlainObject(after)) return [{ place, before, after }];
	const fields = fieldsOf(place[0] ?? '');
	return partsOf({ place, before, after }, (part) =>
		fields[part.place[2] ?? '']?.as === 'items' ? changesOfItems(part) : [part]
	);
}

function changesOfItems(list: PlaceChange): PlaceChange[] {
	return partsOf(list, (item) => partsOf(item, (field) => [field]));
}

/** Goes into what is a record of parts on both sides; a side that is missing makes it one change. */
function partsOf(
	{ place, before, after }: PlaceChange,
	each: (part: PlaceChange) => PlaceChange[]
): PlaceChange[] {
	if (!isPlainObject(before) || !isPlainObject(after)) return [{ place, before, after }];
	return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
		const part = { place: [...place, name], before: before[name], after: after[name] };
		return isSame(part.before, part.after) ? [] : each(part);
	});
}

/** Tells whether two plain values are equal. */
export function isSame(one: unknown, other: unknown): boolean {
	return share(one, other) === one;
}
