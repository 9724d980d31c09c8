import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fanOf, fanSize, type FanInput } from '#lib/charts/fan.ts';
import { placeOfDate, placeOfPeriod } from '#lib/charts/moment.ts';

const input: FanInput = {
	history: [
		{ at: 2021.5, value: 6.9 },
		{ at: 2025.5, value: 6.5 }
	],
	sealedAt: 2027,
	baseline: 6.5,
	expectations: [
		{ at: 2028.75, low: 6.5, likely: 6.5, high: 6.5, measured: 6.4 },
		{ at: 2030.75, low: 6.54, likely: 6.6, high: 6.64, measured: 6.6 }
	],
	...{ between: [], comparison: [], without: [] },
	norm: 7
};

test('a measurement inside the band and one outside it are told apart', () => {
	expect(fanOf(input).measured.map(({ value, inside }) => [value, inside])).toEqual([
		[6.4, false],
		[6.6, true]
	]);
});

test('the axis has round values, does not start at 0 here and says where it does', () => {
	const { values, cutAt } = fanOf(input);
	expect(values.map(({ value }) => value)).toEqual([6.4, 6.6, 6.8, 7]);
	expect(cutAt).toBe(6.4);
	const fromZero = fanOf({ ...input, history: [{ at: 2021.5, value: 0 }], norm: null });
	expect(fromZero.cutAt).toBeUndefined();
});

test('what is higher stands higher, what is later stands further right', () => {
	const { history, likely, sealedX } = fanOf(input);
	expect(history[0]!.y).toBeLessThan(history[1]!.y);
	expect(history[0]!.x).toBeLessThan(history[1]!.x);
	expect(history[1]!.x).toBeLessThan(sealedX);
	expect(likely.at(-1)!.x).toBeGreaterThan(sealedX);
});

test('without a value then the band opens at the last measurement, and without any at its own first date', () => {
	expect(fanOf({ ...input, baseline: null }).likely[0]!.x).toBe(fanOf(input).history[1]!.x);
	const bare = fanOf({ ...input, baseline: null, history: [] });
	expect(bare.likely).toHaveLength(2);
});

test('a date that had passed when the forecast was sealed opens the band itself', () => {
	const [early] = input.expectations;
	const fan = fanOf({ ...input, expectations: [{ ...early!, at: 2026 }] });
	expect(fan.likely).toHaveLength(1);
	expect(fan.likely[0]!.x).toBeLessThan(fan.sealedX);
});

test('everything is drawn inside the field, whatever the figures are', () => {
	const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
	const expectation = fc
		.tuple(fc.double({ min: 2027, max: 2060, noNaN: true }), value, value, value, value)
		.map(([at, a, b, c, measured]) => {
			const [low, likely, high] = [a, b, c].sort((one, other) => one - other) as [
				number,
				number,
				number
			];
			return { at, low, likely, high, measured };
		});
	fc.assert(
		fc.property(
			fc.array(expectation, { minLength: 1, maxLength: 5 }),
			fc.array(value, { maxLength: 5 }),
			fc.option(value),
			fc.array(fc.record({ at: fc.double({ min: 2027, max: 2070, noNaN: true }), value }), {
				maxLength: 4
			}),
			(expectations, history, norm, since) => {
				const fan = fanOf({
					history: history.map((one, index) => ({ at: 2020 + index, value: one })),
					sealedAt: 2026.9,
					baseline: null,
					expectations: expectations.sort((one, other) => one.at - other.at),
					...{ between: since, comparison: since, without: since, norm }
				});
				const { history: before, band, likely, measured, between, comparison, without } = fan;
				const drawn = [before, band, likely, measured, between, comparison, without].flat();
				for (const { x, y } of drawn) {
					expect(x).toBeGreaterThanOrEqual(-1e-6);
					expect(x).toBeLessThanOrEqual(fanSize.width + 1e-6);
					expect(y).toBeGreaterThanOrEqual(-1e-6);
					expect(y).toBeLessThanOrEqual(fanSize.height + 1e-6);
				}
			}
		),
		{ seed: 41 }
	);
});

test.each([
	['2028', 2028.5],
	['2028-Q1', 2028.125],
	['2028-Q4', 2028.875],
	['2028-12', 2028 + 11.5 / 12]
])('the middle of %s is at %d', (period, at) => {
	expect(placeOfPeriod(period)).toBeCloseTo(at, 9);
});

test('a day has its place between two years', () => {
	expect(placeOfDate('2028-01-01')).toBe(2028);
	expect(placeOfDate('2028-07-01')).toBeCloseTo(2028.5, 9);
});
