import * as v from 'valibot';
import { expected } from './reason.ts';

const pattern = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The scenario that always exists, is always first and is never in a file. */
export const doNothingId = 'do-nothing';

/** The id of a record: lowercase letters, digits and hyphens, at most 64 characters. */
export const idSchema = v.pipe(v.string(expected('id')), v.regex(pattern, expected('id')));

/** Tells whether a text can be the id of a record. */
export function isId(value: unknown): value is string {
	return typeof value === 'string' && pattern.test(value);
}
