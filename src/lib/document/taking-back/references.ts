import type * as Y from 'yjs';
import { isPlainObject } from '#lib/domain/field.ts';
import { nameOf } from '../key.ts';
import { rootOf } from '../roots.ts';
import { recordFields, recordKinds, type FieldShape, type ValueField } from '../shape.ts';
import { nameOfPlace, valueAt, type Place } from './places.ts';

/** Lists the records on a board that refer to a record, whether that is there or not. */
export function referencesTo(doc: Y.Doc, [root = '', key = '']: Place): string[] {
	const wanted = { root, id: nameOf(key) };
	return recordKinds.flatMap((kind) =>
		[...doc.getMap(rootOf[kind]).keys()].flatMap((from) => {
			const place = [rootOf[kind], from];
			const record = valueAt(doc, place);
			if (!isPlainObject(record)) return [];
			return refersIn(recordFields[kind], record, wanted) ? [nameOfPlace(place)] : [];
		})
	);
}

type Wanted = { readonly root: string; readonly id: string };

function refersIn(
	fields: Readonly<Record<string, FieldShape>>,
	record: Record<string, unknown>,
	wanted: Wanted
): boolean {
	return Object.entries(fields).some(([name, shape]) => {
		const value = record[name];
		if (shape.as === 'text' || value === undefined) return false;
		if (shape.as === 'value') return refersBy(shape, value, wanted);
		if (!isPlainObject(value)) return false;
		const isKeyed = shape.keyRefersTo !== undefined && rootOf[shape.keyRefersTo] === wanted.root;
		return Object.entries(value).some(
			([key, item]) =>
				(isKeyed && nameOf(key) === wanted.id) ||
				(isPlainObject(item) && refersIn(shape.fields, item, wanted))
		);
	});
}

function refersBy(
	{ refersTo, refersBy: part }: ValueField,
	value: unknown,
	wanted: Wanted
): boolean {
	if (refersTo === undefined || rootOf[refersTo] !== wanted.root) return false;
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.some(
		(one) => (part !== undefined && isPlainObject(one) ? one[part] : one) === wanted.id
	);
}
