import * as v from 'valibot';

/**
 * The kinds of field that records are made of.
 * Each refuses a wrong value with a sentence that says what was found and what belongs there.
 */

/** Makes the sentence for a wrong value: what was found, what belongs there. */
export function expected(what: string) {
	return (issue: { readonly input: unknown }): string =>
		`Found ${found(issue.input)}, but this must be ${what}.`;
}

/** Describes a wrong value in a few words, however large it is. */
function found(value: unknown): string {
	if (value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object' && value !== null) return 'an object';
	const text = typeof value === 'string' ? JSON.stringify(value.slice(0, 41)) : String(value);
	return text.length > 42 ? `${text.slice(0, 40)}…"` : text;
}

/** Any text, also an empty one. */
export const textSchema = v.string(expected('a text between quotes'));

/** A text of at least one character. */
export const filledTextSchema = v.pipe(
	textSchema,
	v.minLength(1, 'This text is empty. Write at least one character.')
);

export const flagSchema = v.boolean(expected('true or false'));

/** Any finite number; minus zero becomes zero, because JSON text cannot tell them apart. */
export const numberSchema = v.pipe(
	v.number(expected('a number without quotes')),
	v.finite('This number is too large to compute with. Write a smaller number.'),
	v.transform((value) => value + 0)
);

/** A number with a lowest value and, if given, a highest value. */
export function numberFrom(lowest: number, highest = Infinity) {
	const message = expected(`a number ${between(lowest, highest)}`);
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
	const message = expected(`a whole number ${between(lowest, highest)}`);
	return v.pipe(numberFrom(lowest, highest), v.integer(message));
}

function between(lowest: number, highest: number): string {
	return highest === Infinity ? `of ${lowest} or more` : `from ${lowest} to ${highest}`;
}

/** A calendar year in which plans, prices and elections can fall. */
export const yearSchema = wholeNumberFrom(1900, 2200);

/** One word out of a fixed list. */
export function oneOf<const Words extends readonly string[]>(words: Words) {
	return v.picklist(words, expected(`one of ${words.join(', ')}`));
}

/** A field that is null as long as nobody filled it in. */
export function orNull<Schema extends v.GenericSchema>(schema: Schema) {
	return v.optional(v.nullable(schema), null);
}

/** A field with named parts; parts that are not named are left out. */
export function record<const Entries extends v.ObjectEntries>(entries: Entries) {
	const schema = v.pipe(
		v.custom<object>(isPlainObject, expected('an object { … }')),
		v.object(entries, missing)
	);
	return Object.assign(schema, { entries });
}

function missing(issue: { readonly expected: string | null }): string {
	return `The field ${issue.expected} is missing. Add it.`;
}

/** Tells whether a value is an object with keys, not a list. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
