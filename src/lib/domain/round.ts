import * as v from 'valibot';
import { numberSchema, oneOf, orNull, record, textSchema } from './field.ts';
import { because, expected, reason } from './reason.ts';
import { idSchema } from './identifier.ts';
import { listOf } from './list.ts';
import { confidenceSchema, isInOrder, outOfOrder } from './quantity.ts';

export const roundStatuses = ['open', 'revealed'] as const;

/** The quantities of an effect that have a name of their own. */
export const estimatedFields = [
	'amount',
	'unitValue',
	'probability',
	'deadweight',
	'attributionToOthers',
	'displacement',
	'dropOff'
] as const;

export type EstimatedField = (typeof estimatedFields)[number];

const fieldPattern = new RegExp(
	`^(${estimatedFields.join('|')}|inputs\\.[A-Za-z_][A-Za-z0-9_]{0,39}|recipients\\.[a-z0-9][a-z0-9-]{0,63})$`
);
const fieldText = expected('round-field', { fields: estimatedFields.join(', ') });

/** A quantity of an effect, `inputs.<name>` or `recipients.<party id>`. */
export const roundFieldSchema = v.pipe(v.string(fieldText), v.regex(fieldPattern, fieldText));

/** One blind estimate; never with a name. */
export const estimateSchema = v.pipe(
	record({
		partyId: orNull(idSchema),
		low: numberSchema,
		likely: numberSchema,
		high: numberSchema,
		confidence: orNull(confidenceSchema),
		reason: v.optional(textSchema, '')
	}),
	v.check((estimate) => isInOrder(estimate), outOfOrder())
);

export type Estimate = v.InferOutput<typeof estimateSchema>;

/** Blind estimates of one number, revealed together; an open round carries no estimates. */
export const roundSchema = v.pipe(
	record({
		id: idSchema,
		effectId: idSchema,
		field: roundFieldSchema,
		round: v.picklist([1, 2], expected('word', { words: '1, 2' })),
		status: oneOf(roundStatuses),
		note: v.optional(textSchema, ''),
		estimates: listOf(estimateSchema)
	}),
	v.forward(
		v.partialCheck(
			[['status'], ['estimates']],
			({ status, estimates }) => status === 'revealed' || estimates.length === 0,
			because(() => reason('blind'))
		),
		['estimates']
	)
);

export type Round = v.InferOutput<typeof roundSchema>;

/** Makes an open first round without estimates. */
export function newRound(
	id: string,
	given: Pick<Round, 'effectId' | 'field'> & Partial<Round>
): Round {
	return v.parse(roundSchema, { round: 1, status: 'open', ...given, id });
}
