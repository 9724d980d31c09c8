import type * as v from 'valibot';
import { isPlainObject } from '../field.ts';
import { join } from './place.ts';
import type { Place } from './place.ts';

/** What a schema says about the parts of a value: named parts, or one kind of item. */
type Shape = { entries?: v.ObjectEntries; item?: v.GenericSchema };

/** Looks through optional, nullable and lazy wrappers for the parts of a value. */
function shapeOf(schema: v.GenericSchema, value: unknown): Shape {
	if ('wrapped' in schema) return shapeOf(schema.wrapped as v.GenericSchema, value);
	if ('getter' in schema) {
		return shapeOf((schema.getter as (input: unknown) => v.GenericSchema)(value), value);
	}
	return schema as Shape;
}

/** Finds the path of every key that the schema does not name; goes no deeper than the schema. */
export function* unknownKeys(schema: v.GenericSchema, place: Place): Generator<string> {
	const { entries, item } = shapeOf(schema, place.value);
	if (item && Array.isArray(place.value)) {
		for (const [index, value] of place.value.entries()) {
			yield* unknownKeys(item, { path: join(place.path, String(index)), value });
		}
	} else if (entries && isPlainObject(place.value)) {
		for (const key of Object.keys(place.value)) {
			const path = join(place.path, key.slice(0, 80));
			const part = Object.hasOwn(entries, key) ? entries[key] : undefined;
			if (!part) yield path;
			else yield* unknownKeys(part as v.GenericSchema, { path, value: place.value[key] });
		}
	}
}

/** Copies a value with its keys in the order of the schema; other keys are sorted or, in records, left out. */
export function inSchemaOrder(schema: v.GenericSchema, value: unknown): unknown {
	const { entries, item } = shapeOf(schema, value);
	if (item && Array.isArray(value)) return value.map((entry) => inSchemaOrder(item, entry));
	if (!isPlainObject(value)) return value;
	if (!entries) return Object.fromEntries(Object.entries(value).toSorted(byKey));
	const known = Object.entries(entries).filter(([key]) => value[key] !== undefined);
	return Object.fromEntries(
		known.map(([key, entry]) => [key, inSchemaOrder(entry as v.GenericSchema, value[key])])
	);
}

function byKey([one]: [string, unknown], [other]: [string, unknown]): number {
	return one < other ? -1 : 1;
}
