import * as v from 'valibot';
import { challengeSchema, challengeStatuses } from '#lib/domain/challenge.ts';
import { dateSchema } from '#lib/domain/date.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { deedFields, doerSchema, momentSchema } from './deed.ts';

/** Who finds something out: somebody who is in the workshop, or a party that sends somebody. */
export const investigatorSchema = v.object({
	kind: v.picklist(['member', 'party']),
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(64))
});

export type Investigator = v.InferOutput<typeof investigatorSchema>;

/** What ended a challenge: the words, and what each ending asks beside them. */
const endingFields = {
	status: v.picklist(challengeStatuses),
	answer: v.string(),
	/** Where the evidence is; filled for a challenge that ended as substantiated. */
	evidence: v.optional(v.string(), ''),
	/** Who finds it out; filled, with the date, for a challenge that is investigated. */
	investigator: v.optional(v.nullable(investigatorSchema), null),
	investigateBy: v.optional(v.nullable(dateSchema), null)
};

/** One thing that happened to a challenge: it was raised (`open`) or answered. */
const challengeStepSchema = v.object({
	id: v.string(),
	at: momentSchema,
	by: doerSchema,
	...endingFields
});

export type ChallengeStep = v.InferOutput<typeof challengeStepSchema>;

/** A challenge with all that ever happened to it; one that came from a file has no history. */
export const sessionChallengeSchema = v.object({
	...challengeSchema.entries,
	...endingFields,
	answer: v.optional(v.string(), ''),
	answeredByPartyId: v.optional(v.nullable(idSchema), null),
	...deedFields,
	history: v.optional(v.array(challengeStepSchema), [])
});

export type SessionChallenge = v.InferOutput<typeof sessionChallengeSchema>;
