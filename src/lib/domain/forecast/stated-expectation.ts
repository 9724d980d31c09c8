import * as v from 'valibot';
import { dateSchema } from '../date.ts';
import { numberFrom, numberSchema, orNull, record, textSchema } from '../field.ts';
import { idSchema } from '../identifier.ts';

/** Lowest, most likely and highest value of a figure, in its own unit. */
export const rangeSchema = v.pipe(
	record({ low: numberSchema, likely: numberSchema, high: numberSchema }),
	v.check(
		({ low, likely, high }) => low <= likely && likely <= high,
		'Write low, likely and high in rising order.'
	)
);

export type Range = v.InferOutput<typeof rangeSchema>;

/**
 * What a group expects of one figure at one date to look back, stated before anything is done.
 * `withoutPlan` is what it expects there without the plan, so that what would have happened anyway
 * is not counted as a result; null is that nobody stated it, never that nothing would happen.
 */
export const statedExpectationSchema = record({
	indicatorId: idSchema,
	date: dateSchema,
	/** Value when the plan was made; null when it was never measured. */
	baseline: orNull(numberSchema),
	expected: rangeSchema,
	/** How sure the group is that the outcome lies between low and high, 0.5 to 1. */
	confidence: numberFrom(0.5, 1),
	withoutPlan: orNull(rangeSchema),
	/** Where the measurement will come from. */
	source: v.optional(textSchema, '')
});

export type StatedExpectation = v.InferOutput<typeof statedExpectationSchema>;

/** The key of an expectation: there is one per figure and date. */
export function expectationKey({
	indicatorId,
	date
}: Pick<StatedExpectation, 'indicatorId' | 'date'>): string {
	return `${indicatorId}.${date}`;
}
