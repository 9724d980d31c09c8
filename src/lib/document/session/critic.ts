import * as v from 'valibot';
import { targetSchema } from '#lib/domain/challenge.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { listOf } from '#lib/domain/list.ts';
import { choiceSchema } from '#lib/domain/scenario.ts';
import { deedFields, momentSchema } from './deed.ts';

const placeSchema = v.object({ rule: v.string(), target: targetSchema });

/** A finding that somebody set aside, with the reason that the report prints. */
export const dismissalSchema = v.object({
	...placeSchema.entries,
	reason: v.string(),
	...deedFields
});

export type Dismissal = v.InferOutput<typeof dismissalSchema>;

/**
 * A scenario that was adopted, and the reason that was typed when something was not answered.
 * `open` says what that was: challenges and failing findings of severity 3. `agreed` is what stays as it
 * was; adoptions of before that was kept have none.
 */
export const adoptionSchema = v.object({
	scenarioId: idSchema,
	reason: v.string(),
	open: v.optional(
		v.object({ findings: v.array(placeSchema), challengeIds: v.array(v.string()) }),
		{ findings: [], challengeIds: [] }
	),
	agreed: v.optional(
		v.nullable(v.object({ title: v.string(), choices: listOf(choiceSchema) })),
		null
	),
	...deedFields
});

export type Adoption = v.InferOutput<typeof adoptionSchema>;

/** The best argument for a measure, which is as much the critic's duty as a challenge is. */
export const bestArgumentSchema = v.object({
	measureId: idSchema,
	text: v.string(),
	...deedFields
});

export type BestArgument = v.InferOutput<typeof bestArgumentSchema>;

/**
 * The question "which number don't you believe?", put to everybody. As long as it is open only is
 * known how many people answered; when it is closed, which numbers they named.
 */
export const doubtSchema = v.object({
	id: v.string(),
	open: v.boolean(),
	answered: v.number(),
	/** Numbers that were named, most often named first, with the reasons that were given. */
	named: v.array(
		v.object({ target: targetSchema, count: v.number(), reasons: v.array(v.string()) })
	),
	...deedFields
});

export type Doubt = v.InferOutput<typeof doubtSchema>;

/** Somebody's turn to speak, in at most two minutes; both moments are on the server's clock. */
export const speakingSchema = v.object({
	memberId: v.string(),
	startedAt: momentSchema,
	endsAt: momentSchema
});

export type Speaking = v.InferOutput<typeof speakingSchema>;
