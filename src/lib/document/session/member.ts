import * as v from 'valibot';
import { idSchema } from '#lib/domain/identifier.ts';
import { roles } from '#lib/domain/role.ts';

/** Somebody who joined, without a name: names live outside the documents. */
export const memberSchema = v.object({
	id: v.pipe(v.string(), v.minLength(1)),
	role: v.picklist(roles),
	partyId: v.nullable(idSchema)
});

export type SessionMember = v.InferOutput<typeof memberSchema>;
