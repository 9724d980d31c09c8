import * as v from 'valibot';
import { dateSchema, periodSchema } from '../date.ts';
import { numberFrom, numberSchema, oneOf, orNull, record, wholeNumberFrom } from '../field.ts';
import { idSchema } from '../identifier.ts';
import { listOf } from '../list.ts';
import { measureTypes } from '../measure.ts';
import { dimensions } from '../vocabulary.ts';

/** What was expected of one figure at one date, and what was measured then; null is not measured. */
export const expectationSchema = v.pipe(
	record({
		id: idSchema,
		dimension: orNull(oneOf(dimensions)),
		measureType: orNull(oneOf(measureTypes)),
		evidenceLevel: orNull(wholeNumberFrom(0, 5)),
		/** Value before anything was done; null when it was never measured. */
		baseline: orNull(numberSchema),
		low: numberSchema,
		likely: numberSchema,
		high: numberSchema,
		confidence: numberFrom(0.5, 1),
		measured: orNull(numberSchema),
		/**
		 * Part of the measured change that came anyway, as a comparison area shows. It is taken off the
		 * change that came true, not off the value that is held against the interval.
		 */
		autonomousChange: v.optional(numberSchema, 0),
		date: orNull(v.union([dateSchema, periodSchema], 'Write a date as "2028-10-01".'))
	}),
	v.forward(
		v.check(
			({ low, likely }) => low <= likely,
			'The lowest value is above the best guess. Write low, likely and high in rising order.'
		),
		['low']
	),
	v.forward(
		v.check(
			({ likely, high }) => likely <= high,
			'The highest value is below the best guess. Write low, likely and high in rising order.'
		),
		['high']
	)
);

export type Expectation = v.InferOutput<typeof expectationSchema>;

/** An expectation of which the outcome is known. */
export type ResolvedExpectation = Expectation & { readonly measured: number };

/** The file that `calibrate` reads. */
export const expectationsSchema = record({ expectations: listOf(expectationSchema) });

/** Tells whether the outcome of an expectation is known. */
export function isResolved(expectation: Expectation): expectation is ResolvedExpectation {
	return expectation.measured !== null;
}
