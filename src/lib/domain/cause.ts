import * as v from 'valibot';
import { filledTextSchema, oneOf, orNull, record } from './field.ts';
import { idSchema } from './identifier.ts';
import { setOf } from './list.ts';
import { areaLevels, dimensions } from './vocabulary.ts';

/** Who or what says so. */
export const causeSources = ['statistics', 'resident', 'professional', 'study'] as const;

/** Why a score is low, and who says so. */
export const causeSchema = record({
	id: idSchema,
	text: filledTextSchema,
	dimension: oneOf(dimensions),
	source: oneOf(causeSources),
	areaLevel: oneOf(areaLevels),
	partyId: orNull(idSchema),
	/** Parties that recognise this cause. */
	endorsedBy: setOf(idSchema)
});

export type Cause = v.InferOutput<typeof causeSchema>;

/** Makes a cause that nobody endorsed yet. */
export function newCause(id: string, given: Pick<Cause, 'text'> & Partial<Cause>): Cause {
	const defaults = { dimension: 'other', source: 'professional', areaLevel: 'neighbourhood' };
	return v.parse(causeSchema, { ...defaults, ...given, id });
}
