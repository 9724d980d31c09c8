import * as v from 'valibot';
import { idSchema } from '#lib/domain/identifier.ts';
import { roles } from '#lib/domain/role.ts';

/** Somebody who joined, without a name: names live outside the documents. */
export const memberSchema = v.object({
	id: v.pipe(v.string(), v.minLength(1)),
	role: v.picklist(roles),
	partyId: v.nullable(idSchema),
	/** Index of the colour they have among who is here; older documents have none. */
	colour: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)))
});

export type SessionMember = v.InferOutput<typeof memberSchema>;
