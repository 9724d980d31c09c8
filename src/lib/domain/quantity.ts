import * as v from 'valibot';
import { isPlainObject, numberFrom, numberSchema, record } from './field.ts';
import {
	isInOrder,
	type LognormalEstimate,
	type Quantity,
	type RangeEstimate,
	type ShareQuantity
} from './quantity-form.ts';
import { because, expected, reason } from './reason.ts';

export { isInOrder, isLognormal, isRange } from './quantity-form.ts';
export type { LognormalEstimate, Quantity, RangeEstimate, ShareQuantity } from './quantity-form.ts';

/** How certain somebody is that the truth lies between low and high. */
export const confidenceSchema = numberFrom(0.5, 1);

/** A share in [0, 1]. */
export const shareQuantitySchema = quantity(numberFrom(0, 1), { lognormal: false });

/** An amount, a price or a number of hours: 0 or more. */
export const amountQuantitySchema = quantity(numberFrom(0), { lognormal: true });

/** An input of a formula: any finite number. */
export const inputQuantitySchema = quantity(numberSchema, { lognormal: true });

type NumberSchema = v.GenericSchema<unknown, number>;
type Forms<Lognormal> = { lognormal: Lognormal };

function quantity(
	number: NumberSchema,
	forms: Forms<false>
): v.GenericSchema<unknown, ShareQuantity>;
function quantity(number: NumberSchema, forms: Forms<true>): v.GenericSchema<unknown, Quantity>;
function quantity(
	number: NumberSchema,
	{ lognormal }: Forms<boolean>
): v.GenericSchema<unknown, Quantity> {
	const range = rangeOf(number);
	return v.lazy((input): v.GenericSchema<unknown, Quantity> => {
		if (typeof input === 'number') return number;
		if (input === null) return v.null();
		if (!isPlainObject(input)) return neither;
		const withoutGuess = !('likely' in input) && !('confidence' in input);
		return lognormal && withoutGuess ? lognormalSchema : range;
	});
}

const neither = v.null(expected('quantity'));

function rangeOf(number: NumberSchema): v.GenericSchema<unknown, RangeEstimate> {
	return v.pipe(
		record({ low: number, likely: number, high: number, confidence: v.optional(confidenceSchema) }),
		v.check(isInOrder, outOfOrder())
	);
}

/** Says which numbers of a range are in the wrong order. */
export function outOfOrder() {
	return because(({ input }: { input: { low: number; likely: number; high: number } }) =>
		reason('order', { low: input.low, likely: input.likely, high: input.high })
	);
}

const aboveZero = v.pipe(numberSchema, v.gtValue(0, expected('above-zero')));

const lognormalSchema = v.pipe(
	record({ low: aboveZero, high: aboveZero }),
	v.check(
		({ low, high }) => low <= high,
		because(({ input }: { input: LognormalEstimate }) =>
			reason('low-above-high', { low: input.low, high: input.high })
		)
	)
);
