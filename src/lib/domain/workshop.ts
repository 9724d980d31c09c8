import * as v from 'valibot';
import {
	filledTextSchema,
	numberFrom,
	oneOf,
	orNull,
	record,
	textSchema,
	wholeNumberFrom,
	yearSchema
} from './field.ts';
import { expected } from './reason.ts';
import { idSchema } from './identifier.ts';
import { listOf } from './list.ts';
import { thresholdsSchema } from './threshold.ts';
import { areaLevels, languages } from './vocabulary.ts';

/** The moment of a year to which that year's euros are discounted. */
export const discountTimings = ['start', 'mid', 'end'] as const;

/** Share taken off a benefit for evidence level 0 to 5: a setting of the group, not law. */
const defaultHaircuts: readonly number[] = [0.4, 0.4, 0.25, 0.15, 0.1, 0.05];

const haircutsSchema = v.pipe(
	v.custom<unknown[]>((value) => Array.isArray(value) && value.length === 6, expected('haircuts')),
	v.array(numberFrom(0, 1))
);

const headCount = v.optional(wholeNumberFrom(0), 0);

/** How many people have which role; counts only, never names. */
const peopleSchema = record({
	facilitator: headCount,
	participant: headCount,
	critic: headCount
});

/** The area the question is about. */
export const areaSchema = record({
	name: textSchema,
	code: orNull(textSchema),
	level: oneOf(areaLevels),
	dwellings: orNull(wholeNumberFrom(0)),
	associationShare: orNull(numberFrom(0, 1)),
	mildIntellectualDisabilityShare: orNull(numberFrom(0, 1)),
	lowIncomeShare: orNull(numberFrom(0, 1))
});

export type Area = v.InferOutput<typeof areaSchema>;

/** Norms of the organisation itself. */
const policySchema = record({
	/** Euros a dwelling a year: an own norm, not a legal limit. */
	liveabilityNormPerDwelling: v.optional(numberFrom(0), 125),
	minGroupSize: v.optional(wholeNumberFrom(1), 5),
	minCellSize: v.optional(wholeNumberFrom(1), 10),
	electionYears: listOf(yearSchema),
	thresholds: v.optional(thresholdsSchema, () => ({}))
});

/** Settings of a workshop; priceYear is startYear when it is left out. */
export const settingsSchema = v.pipe(
	record({
		id: idSchema,
		title: filledTextSchema,
		question: v.optional(textSchema, ''),
		language: v.optional(oneOf(languages), 'nl'),
		startYear: yearSchema,
		priceYear: v.optional(yearSchema),
		horizonYears: wholeNumberFrom(1, 50),
		discountRate: v.optional(numberFrom(0, 1), 0.0225),
		discountTiming: v.optional(oneOf(discountTimings), 'start'),
		haircuts: v.optional(haircutsSchema, () => [...defaultHaircuts]),
		people: v.optional(peopleSchema, () => ({})),
		/** Absent as long as nobody described the area. */
		area: v.optional(areaSchema),
		policy: v.optional(policySchema, () => ({}))
	}),
	v.transform((settings) => ({
		...settings,
		priceYear: settings.priceYear ?? settings.startYear
	}))
);

export type Settings = v.InferOutput<typeof settingsSchema>;

/** Makes the settings of a new workshop with every default filled in. */
export function newSettings(
	id: string,
	given: Pick<Settings, 'title' | 'startYear'> & Partial<Settings>
): Settings {
	return v.parse(settingsSchema, { horizonYears: 10, ...given, id });
}
