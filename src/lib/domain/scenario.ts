import * as v from 'valibot';
import { dateSchema } from './date.ts';
import { filledTextSchema, numberFrom, oneOf, orNull, record, textSchema } from './field.ts';
import { doNothingId, idSchema } from './identifier.ts';
import { listOf, setOf } from './list.ts';

export const scenarioStatuses = ['draft', 'adopted'] as const;

/** What is decided about a measure; a choice without a decision counts as in. */
export const decisions = ['do', 'pilot', 'later', 'no'] as const;

export type Decision = (typeof decisions)[number];

/** One measure in a scenario; scale is the number that multiplies it. */
export const choiceSchema = record({
	measureId: idSchema,
	scale: v.optional(numberFrom(0, 5), 1),
	decision: orNull(oneOf(decisions))
});

export type Choice = v.InferOutput<typeof choiceSchema>;

/** A date to look back, an owner, and later what came of it. */
export const reviewSchema = record({
	date: dateSchema,
	owner: v.optional(textSchema, ''),
	indicatorIds: setOf(idSchema),
	outcome: orNull(textSchema)
});

export type Review = v.InferOutput<typeof reviewSchema>;

/** A minority view, in the words of a party. */
export const dissentSchema = record({ partyId: idSchema, text: filledTextSchema });

export type Dissent = v.InferOutput<typeof dissentSchema>;

/** A choice of measures. Doing nothing always exists and is never a record. */
export const scenarioSchema = record({
	id: v.pipe(
		idSchema,
		v.notValue(
			doNothingId,
			'The id do-nothing is reserved: doing nothing always exists. Leave this scenario out or give it another id.'
		)
	),
	title: filledTextSchema,
	status: v.optional(oneOf(scenarioStatuses), 'draft'),
	choices: listOf(choiceSchema),
	reviews: listOf(reviewSchema),
	dissent: listOf(dissentSchema)
});

export type Scenario = v.InferOutput<typeof scenarioSchema>;

/** Makes a draft scenario without measures. */
export function newScenario(
	id: string,
	given: Pick<Scenario, 'title'> & Partial<Scenario>
): Scenario {
	return v.parse(scenarioSchema, { ...given, id });
}
