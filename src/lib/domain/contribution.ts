import * as v from 'valibot';
import { monthSchema } from './date.ts';
import { flagSchema, oneOf, orNull, record } from './field.ts';
import { idSchema } from './identifier.ts';
import { amountQuantitySchema } from './quantity.ts';

export const contributionKinds = ['money', 'hours', 'other'] as const;

export const contributionTimings = ['once', 'yearly'] as const;

/** What a party puts into a measure. */
export const contributionSchema = record({
	/** Unique within its measure. */
	id: idSchema,
	partyId: idSchema,
	kind: oneOf(contributionKinds),
	/** Euros; for yearly: per year. */
	amount: v.optional(amountQuantitySchema, null),
	hours: v.optional(amountQuantitySchema, null),
	timing: v.optional(oneOf(contributionTimings), 'once'),
	confirmed: v.optional(flagSchema, false),
	deadline: orNull(monthSchema)
});

export type Contribution = v.InferOutput<typeof contributionSchema>;

/** Makes a contribution of money without an amount yet. */
export function newContribution(
	id: string,
	given: Pick<Contribution, 'partyId'> & Partial<Contribution>
): Contribution {
	return v.parse(contributionSchema, { kind: 'money', ...given, id });
}
