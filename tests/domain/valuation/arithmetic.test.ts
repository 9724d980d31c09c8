import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	exponential,
	naturalLogarithm,
	power
} from '#lib/domain/valuation/arithmetic/elementary.ts';
import { normalQuantile } from '#lib/domain/valuation/arithmetic/normal-quantile.ts';

/** Distance in representable numbers; Math is right within one of them on every engine we know. */
function unitsApart(one: number, other: number): number {
	const bits = new BigInt64Array(new Float64Array([one, other]).buffer);
	return Math.abs(Number((bits[0] ?? 0n) - (bits[1] ?? 0n)));
}

const runs = { numRuns: 20_000, seed: 3 };

describe('own functions stay close to those of the engine', () => {
	test('the exponential within 2 units in the last place', () => {
		fc.assert(
			fc.property(fc.double({ min: -744, max: 709.7, noNaN: true }), (x) => {
				expect(unitsApart(exponential(x), Math.exp(x))).toBeLessThanOrEqual(2);
			}),
			runs
		);
	});

	test('the logarithm within 3 units in the last place', () => {
		fc.assert(
			fc.property(fc.double({ min: 5e-324, max: 1.79e308, noNaN: true }), (x) => {
				expect(unitsApart(naturalLogarithm(x), Math.log(x))).toBeLessThanOrEqual(3);
			}),
			runs
		);
	});

	test('the logarithm near 1 and of common numbers', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.001, max: 1000, noNaN: true }), (x) => {
				expect(unitsApart(naturalLogarithm(x), Math.log(x))).toBeLessThanOrEqual(3);
			}),
			runs
		);
	});

	test('powers within a part in 10^13', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
				fc.double({ min: -30, max: 30, noNaN: true }),
				(base, exponent) => {
					const expected = Math.pow(base, exponent);
					expect(Math.abs(power(base, exponent) / expected - 1)).toBeLessThan(1e-13);
				}
			),
			runs
		);
	});
});

test.each([
	[exponential(0), 1],
	[exponential(-Infinity), 0],
	[exponential(Infinity), Infinity],
	[exponential(-745.2), 0],
	[exponential(709.8), Infinity],
	[exponential(10), 22026.465794806718],
	[exponential(NaN), NaN],
	[naturalLogarithm(1), 0],
	[naturalLogarithm(0), -Infinity],
	[naturalLogarithm(-1), NaN],
	[naturalLogarithm(Infinity), Infinity],
	[power(0, 0), 1],
	[power(0, -1), Infinity],
	[power(0, 0.5), 0],
	[power(-2, 3), -8],
	[power(-2, -1), -0.5],
	[power(-2, 1025), -Infinity],
	[power(-8, 1 / 3), NaN],
	[power(1.5, 2), 2.25]
])('ends and whole powers are exact: %d is %d', (actual, expected) => {
	expect(actual).toBe(expected);
});

test.each([
	[0.5, 0],
	[0.95, 1.6448536269514722],
	[0.05, -1.6448536269514722],
	[0.1, -1.2815515655446004],
	[0.925, 1.4395314709384563],
	[1e-5, -4.264890793922825],
	[1e-12, -7.034483825301131],
	[1e-20, -9.262340089798409]
])('the normal quantile of %d is %d', (p, expected) => {
	expect(Math.abs(normalQuantile(p) - expected)).toBeLessThan(1e-13);
});

test('nothing lies below 0 or above 1 of a normal distribution', () => {
	expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
});
