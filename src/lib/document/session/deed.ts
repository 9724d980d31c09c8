import * as v from 'valibot';
import { idSchema } from '#lib/domain/identifier.ts';
import { roles } from '#lib/domain/role.ts';

/** A moment on the server's clock: UTC, as "2027-09-30T09:12:44.120Z". */
export const momentSchema = v.pipe(v.string(), v.isoTimestamp());

/**
 * Who did something: the member, and the role and party they had at that moment.
 * Never with a name: names live outside the documents, so that they can be forgotten.
 */
export const doerSchema = v.object({
	memberId: v.string(),
	role: v.picklist(roles),
	partyId: v.nullable(idSchema)
});

export type Doer = v.InferOutput<typeof doerSchema>;

/** Something that was done, by whom and when; null where a file says that it was, and no more. */
export const deedFields = {
	at: v.optional(v.nullable(momentSchema), null),
	by: v.optional(v.nullable(doerSchema), null)
};
