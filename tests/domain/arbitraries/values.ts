import fc from 'fast-check';
import { checkFormula } from '#lib/domain/formula.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { Quantity, ShareQuantity } from '#lib/domain/quantity.ts';

export const id: fc.Arbitrary<string> = fc
	.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/)
	.filter((text) => text !== doNothingId);
export const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.constantFrom('', '€ 1.000', '<b>"\\')
);
export const filledText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
export const share = numberBetween(0, 1);
export const year = fc.integer({ min: 1900, max: 2200 });
export const month = fc
	.tuple(year, fc.integer({ min: 1, max: 12 }))
	.map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
export const date = fc
	.tuple(month, fc.integer({ min: 1, max: 28 }))
	.map(([m, day]) => `${m}-${String(day).padStart(2, '0')}`);
export const period = fc.oneof(
	year.map(String),
	month,
	fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`)
);
export const count = fc.nat({ max: 5000 });
export const inputName = fc
	.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/)
	.filter((name) => checkFormula(name).ok);

/** A finite number; never minus zero, which JSON cannot hold. */
export function numberBetween(min: number, max: number): fc.Arbitrary<number> {
	return fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
}

export function orNull<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
	return fc.option(value, { nil: null, freq: 2 });
}

/** Some of the values, each at most once, in their order. */
export function some<Value>(values: readonly Value[]): fc.Arbitrary<Value[]> {
	return fc.subarray([...values]);
}

export function oneOfOrNull<Value>(values: readonly Value[]): fc.Arbitrary<Value | null> {
	return values.length === 0 ? fc.constant(null) : orNull(fc.constantFrom(...values));
}

/** A range that is in order, with or without a confidence. */
export function rangeBetween(min: number, max: number) {
	const number = numberBetween(min, max);
	return fc
		.tuple(number, number, number, fc.option(numberBetween(0.5, 1), { nil: undefined }))
		.map(([a, b, c, confidence]) => {
			const [low = 0, likely = 0, high = 0] = [a, b, c].toSorted((x, y) => x - y);
			return { low, likely, high, ...(confidence === undefined ? {} : { confidence }) };
		});
}

const lognormal = fc
	.tuple(numberBetween(0.001, 1e6), numberBetween(0.001, 1e6))
	.map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

/** A share of at most `max`, in every form a share can have. */
export function shareQuantity(max = 1): fc.Arbitrary<ShareQuantity> {
	return orNull(fc.oneof(numberBetween(0, max), rangeBetween(0, max)));
}

/** An amount, price or number of hours in every form it can have. */
export const amountQuantity: fc.Arbitrary<Quantity> = orNull(
	fc.oneof(numberBetween(0, 1e6), rangeBetween(0, 1e6), lognormal)
);

export const inputQuantity: fc.Arbitrary<Quantity> = orNull(
	fc.oneof(numberBetween(-1e6, 1e6), rangeBetween(-1e6, 1e6), lognormal)
);
