import * as v from 'valibot';
import {
	filledTextSchema,
	flagSchema,
	numberFrom,
	oneOf,
	orNull,
	record,
	textSchema,
	wholeNumberFrom
} from './field.ts';
import { because, expected, reason } from './reason.ts';
import { idSchema } from './identifier.ts';
import { filledSetOf, listOf } from './list.ts';
import { amountQuantitySchema, inputQuantitySchema, shareQuantitySchema } from './quantity.ts';
import { dimensions } from './vocabulary.ts';

export const effectDirections = ['benefit', 'harm'] as const;

/** What is claimed about the indicator. */
export const effectClaims = ['caused', 'contributes', 'none'] as const;

/** Plus, plus-plus and plus-plus-plus, for when nobody wants numbers. */
export const effectStrengths = [1, 2, 3] as const;

/** Where the evidence comes from. */
export const evidenceScopes = ['here', 'elsewhere', 'national'] as const;

const nameText = expected('input-name');

/** A named number in a formula. */
export const inputSchema = record({
	name: v.pipe(v.string(nameText), v.regex(/^[A-Za-z_][A-Za-z0-9_]{0,39}$/, nameText)),
	quantity: inputQuantitySchema,
	unit: v.optional(textSchema, '')
});

export type Input = v.InferOutput<typeof inputSchema>;

/** The share of an effect that reaches a party. */
export const recipientSchema = record({
	partyId: idSchema,
	/** Null is: reached, but nobody knows how much; counts as unallocated. */
	share: shareQuantitySchema,
	certain: v.optional(flagSchema, false)
});

export type Recipient = v.InferOutput<typeof recipientSchema>;

/** What supports an effect. */
export const evidenceSchema = record({
	/** Null is: not filled in. */
	level: orNull(wholeNumberFrom(0, 5)),
	scope: orNull(oneOf(evidenceScopes)),
	localCheck: v.optional(flagSchema, false),
	references: listOf(record({ text: filledTextSchema, url: orNull(textSchema) }))
});

export type Evidence = v.InferOutput<typeof evidenceSchema>;

/** What changes because of one or more measures. */
export const effectSchema = record({
	id: idSchema,
	title: filledTextSchema,
	measureIds: filledSetOf(idSchema, 1),
	because: v.optional(textSchema, ''),
	direction: oneOf(effectDirections),
	dimension: oneOf(dimensions),
	indicatorId: orNull(idSchema),
	claim: v.optional(oneOf(effectClaims), 'none'),
	leadsToEffectId: orNull(idSchema),
	strength: orNull(v.picklist(effectStrengths, expected('word', { words: '1, 2, 3, null' }))),
	/** Units a year; null when a formula computes it. */
	amount: v.optional(amountQuantitySchema, null),
	unit: v.optional(textSchema, ''),
	formula: v.optional(
		v.pipe(
			textSchema,
			v.maxLength(
				500,
				because(() => reason('formula-long', { most: 500, at: 501 }))
			)
		),
		''
	),
	inputs: listOf(inputSchema),
	/** Euros per unit. */
	unitValue: v.optional(amountQuantitySchema, null),
	unitValueSource: v.optional(textSchema, ''),
	probability: v.optional(shareQuantitySchema, 1),
	deadweight: v.optional(shareQuantitySchema, null),
	attributionToOthers: v.optional(shareQuantitySchema, null),
	displacement: v.optional(shareQuantitySchema, null),
	/** Share lost per year. */
	dropOff: v.optional(shareQuantitySchema, 0),
	/** Months after 1 January of the workshop's startYear, not after the measure. */
	startMonth: v.optional(wholeNumberFrom(0), 0),
	durationMonths: orNull(wholeNumberFrom(1)),
	recipients: listOf(recipientSchema),
	/** True when the effect lands in another area. */
	otherArea: v.optional(flagSchema, false),
	maxPerPerson: orNull(numberFrom(0)),
	evidence: v.optional(evidenceSchema, () => ({})),
	initiatorPartyId: orNull(idSchema)
});

export type Effect = v.InferOutput<typeof effectSchema>;

/** Makes a benefit of one or more measures, without amount, value or recipients. */
export function newEffect(
	id: string,
	given: Pick<Effect, 'title' | 'measureIds'> & Partial<Effect>
): Effect {
	return v.parse(effectSchema, { direction: 'benefit', dimension: 'other', ...given, id });
}
