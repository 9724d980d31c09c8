import * as v from 'valibot';
import { because, expected, reason } from './reason.ts';

/**
 * The kinds of field that records are made of.
 * Each refuses a wrong value with a sentence that says what was found and what belongs there.
 */

/** Any text, also an empty one. */
export const textSchema = v.string(expected('text'));

/** A text of at least one character. */
export const filledTextSchema = v.pipe(
	textSchema,
	v.minLength(
		1,
		because(() => reason('empty-text'))
	)
);

export const flagSchema = v.boolean(expected('flag'));

/** Any finite number; minus zero becomes zero, because JSON text cannot tell them apart. */
export const numberSchema = v.pipe(
	v.number(expected('number')),
	v.finite(because(() => reason('number-too-large'))),
	v.transform((value) => value + 0)
);

/** A number with a lowest value and, if given, a highest value. */
export function numberFrom(lowest: number, highest = Infinity) {
	const message =
		highest === Infinity
			? expected('number-from', { lowest })
			: expected('number-between', { lowest, highest });
	return v.pipe(
		v.number(message),
		v.finite(message),
		v.transform((value) => value + 0),
		v.minValue(lowest, message),
		v.maxValue(highest, message)
	);
}

/** A whole number with a lowest value and, if given, a highest value. */
export function wholeNumberFrom(lowest: number, highest = Infinity) {
	const message =
		highest === Infinity
			? expected('whole-from', { lowest })
			: expected('whole-between', { lowest, highest });
	return v.pipe(numberFrom(lowest, highest), v.integer(message));
}

/** A calendar year in which plans, prices and elections can fall. */
export const yearSchema = wholeNumberFrom(1900, 2200);

/** One word out of a fixed list. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
	return v.picklist(words, expected('word', { words: words.join(', ') }));
}

/** A field that is null as long as nobody filled it in. */
export function orNull<Schema extends v.GenericSchema>(schema: Schema) {
	return v.optional(v.nullable(schema), null);
}

/** A field with named parts; parts that are not named are left out. */
export function record<const Entries extends v.ObjectEntries>(entries: Entries) {
	const schema = v.pipe(
		v.custom<object>(isPlainObject, expected('record')),
		v.object(entries, missing)
	);
	return Object.assign(schema, { entries });
}

const missing = because((issue: { readonly input: unknown; readonly expected: string | null }) =>
	reason('missing', { field: (issue.expected ?? '').replaceAll('"', '') })
);

/** Tells whether a value is an object with keys, not a list. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
