import * as v from 'valibot';
import { periodSchema } from '../date.ts';
import { filledTextSchema, numberSchema, oneOf, orNull, record, textSchema } from '../field.ts';
import { idSchema } from '../identifier.ts';

/** How the same figure went in an area where nothing was done, over the same time. */
export const comparisonSchema = record({ before: numberSchema, after: numberSchema });

/** Where a measurement came from: typed in, out of a file, or a value that stands at the figures already. */
export const measurementOrigins = ['hand', 'file', 'board', 'area'] as const;

export type MeasurementOrigin = (typeof measurementOrigins)[number];

/** What was measured of a figure after a forecast was sealed, and where that comes from. */
export const measurementSchema = record({
	indicatorId: idSchema,
	period: periodSchema,
	value: numberSchema,
	source: filledTextSchema,
	/** Null where nobody looked at another area. */
	comparison: orNull(comparisonSchema),
	/** What the group says about why it came out so. */
	explanation: v.optional(textSchema, ''),
	/**
	 * `board`: the observation of the indicator over the same period. `area`: the figures of the area
	 * that were imported. By it a measurement is shown beside the observation that it was.
	 */
	origin: v.optional(oneOf(measurementOrigins), 'hand')
});

export type Measurement = v.InferOutput<typeof measurementSchema>;

/** The key of a measurement: there is one per figure and period, and a later one corrects it. */
export function measurementKey({
	indicatorId,
	period
}: Pick<Measurement, 'indicatorId' | 'period'>): string {
	return `${indicatorId}.${period}`;
}
