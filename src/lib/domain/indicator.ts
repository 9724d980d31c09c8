import * as v from 'valibot';
import { monthSchema, periodSchema } from './date.ts';
import {
	filledTextSchema,
	flagSchema,
	numberSchema,
	oneOf,
	orNull,
	record,
	textSchema,
	wholeNumberFrom
} from './field.ts';
import { idSchema } from './identifier.ts';
import { listOf } from './list.ts';
import { dimensions, influences } from './vocabulary.ts';

/** Which way an indicator should go. */
export const betterDirections = ['higher', 'lower', 'ambiguous'] as const;

export const indicatorSources = [
	'leefbaarometer',
	'own',
	'police',
	'statistics',
	'survey',
	'other'
] as const;

/** One value of an indicator; null is known to be missing. */
export const observationSchema = record({
	period: periodSchema,
	value: v.nullable(numberSchema),
	source: orNull(textSchema)
});

export type Observation = v.InferOutput<typeof observationSchema>;

/** A figure that is followed. */
export const indicatorSchema = record({
	id: idSchema,
	name: filledTextSchema,
	dimension: oneOf(dimensions),
	unit: textSchema,
	better: oneOf(betterDirections),
	source: oneOf(indicatorSources),
	influence: oneOf(influences),
	norm: orNull(numberSchema),
	reportingSensitive: v.optional(flagSchema, false),
	comparisonArea: orNull(textSchema),
	nextRelease: orNull(monthSchema),
	libraryId: orNull(textSchema),
	smallestCell: orNull(wholeNumberFrom(0)),
	observations: listOf(observationSchema)
});

export type Indicator = v.InferOutput<typeof indicatorSchema>;

/** Makes an indicator without measurements. */
export function newIndicator(
	id: string,
	given: Pick<Indicator, 'name'> & Partial<Indicator>
): Indicator {
	const defaults = {
		dimension: 'other',
		unit: '',
		better: 'higher',
		source: 'own',
		influence: 'influence'
	};
	return v.parse(indicatorSchema, { ...defaults, ...given, id });
}
