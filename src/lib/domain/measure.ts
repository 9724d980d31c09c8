import * as v from 'valibot';
import { contributionSchema } from './contribution.ts';
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
import { idSchema } from './identifier.ts';
import { listOf, setOf } from './list.ts';
import { influences } from './vocabulary.ts';

export const measureTypes = [
	'renovation',
	'restructure',
	'sale',
	'mid-rent',
	'higher-rent',
	'lower-target-rent',
	'allocation',
	'wider-allocation',
	'relocation',
	'mixing',
	'screening',
	'soft-steering',
	'enforcement',
	'care-support',
	'caretaker',
	'public-space',
	'budget',
	'meeting',
	'agenda-setting',
	'marketing',
	'handover',
	'data',
	'other'
] as const;

export type MeasureType = (typeof measureTypes)[number];

/** Properties of a measure that are true when they are in its list. */
export const measureFlags = [
	'existing-initiatives-checked',
	'temporary',
	'requires-tenant-action',
	'raises-vulnerable-inflow',
	'adds-concentration',
	'raises-staff-visibility',
	'procedure-checked',
	'already-running'
] as const;

export type MeasureFlag = (typeof measureFlags)[number];

export const measureDomains = ['physical', 'social', 'policy'] as const;

/** How a measure is set up; not the number by which a scenario multiplies it. */
export const measureScales = ['pilot', 'full'] as const;

/** What is done. */
export const measureSchema = record({
	id: idSchema,
	title: filledTextSchema,
	description: v.optional(textSchema, ''),
	type: oneOf(measureTypes),
	domain: oneOf(measureDomains),
	leadPartyId: orNull(idSchema),
	ownerName: v.optional(textSchema, ''),
	scale: v.optional(oneOf(measureScales), 'full'),
	/** Months after 1 January of the workshop's startYear. */
	startMonth: v.optional(wholeNumberFrom(0), 0),
	/** Null is: to the horizon. */
	durationMonths: orNull(wholeNumberFrom(1)),
	minLeadMonths: orNull(wholeNumberFrom(0)),
	/** People or homes a year. */
	reach: orNull(numberFrom(0)),
	libraryId: orNull(textSchema),
	dependsOn: setOf(idSchema),
	influence: oneOf(influences),
	flags: setOf(oneOf(measureFlags)),
	keyStaffMonths: orNull(wholeNumberFrom(0)),
	fundingUntilYear: orNull(yearSchema),
	legalBasis: v.optional(textSchema, ''),
	demandEvidence: v.optional(textSchema, ''),
	exitCondition: v.optional(textSchema, ''),
	targetProfile: listOf(textSchema),
	contributions: listOf(contributionSchema)
});

export type Measure = v.InferOutput<typeof measureSchema>;

/** Makes a measure without contributions that runs from the start to the horizon. */
export function newMeasure(id: string, given: Pick<Measure, 'title'> & Partial<Measure>): Measure {
	const defaults = { type: 'other', domain: 'social', influence: 'own' };
	return v.parse(measureSchema, { ...defaults, ...given, id });
}
