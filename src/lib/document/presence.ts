import * as v from 'valibot';
import { idSchema } from '#lib/domain/identifier.ts';
import { roles } from '#lib/domain/role.ts';
import { recordKinds } from './shape.ts';

/** Largest presence state, in bytes of JSON: it goes to everybody at every change. */
export const maximumPresenceBytes = 512;

/** A place in the text that somebody is typing in, in characters from its start. */
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What somebody shows of themselves while they are here: where they are, and who they are. */
const presenceSchema = v.object({
	/** The selection in the text that is being edited; null when there is none. */
	cursor: v.nullable(v.object({ anchor: offset, head: offset })),
	/** The field that is being edited; null when nothing is. */
	editing: v.nullable(
		v.object({
			kind: v.picklist([...recordKinds, 'workshop']),
			id: idSchema,
			field: v.pipe(v.string(), v.minLength(1), v.maxLength(140))
		})
	),
	/** Stamped by the server, so that nobody can pass for somebody else. */
	user: v.object({
		name: v.nullable(v.pipe(v.string(), v.maxLength(80))),
		role: v.picklist(roles),
		colour: v.pipe(v.number(), v.integer(), v.minValue(0))
	})
});

export type Presence = v.InferOutput<typeof presenceSchema>;

/** Reads a presence state from outside, without unknown parts; undefined when it is none or too large. */
export function readPresence(value: unknown): Presence | undefined {
	const result = v.safeParse(presenceSchema, value);
	return result.success && presenceFits(result.output) ? result.output : undefined;
}

/** Tells whether a presence state is small enough to send. */
export function presenceFits(presence: Presence): boolean {
	return new TextEncoder().encode(JSON.stringify(presence)).length <= maximumPresenceBytes;
}
