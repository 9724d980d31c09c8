import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateAxis, placeOn, rangeMarks } from '#lib/charts/estimate-ranges.ts';

const range = fc
	.tuple(...[1, 2, 3].map(() => fc.double({ min: -1e9, max: 1e9, noNaN: true })))
	.map((numbers) => numbers.sort((one, other) => one - other))
	.map(([low = 0, likely = 0, high = 0]) => ({ low, likely, high }));

describe('the axis of revealed estimates', () => {
	it('starts at zero and ends at a round number', () => {
		const axis = estimateAxis([{ low: 1, likely: 2, high: 5 }], [9]);
		expect(axis).toEqual({ low: 0, high: 10, ticks: [0, 2, 4, 6, 8, 10] });
	});

	it('has decimals without noise for shares', () => {
		const { ticks } = estimateAxis([{ low: 0.05, likely: 0.2, high: 0.35 }]);
		expect(ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
	});

	it('goes below zero where an estimate does', () => {
		const { low, high } = estimateAxis([{ low: -30, likely: -10, high: 20 }]);
		expect([low, high]).toEqual([-30, 20]);
	});

	it('exists when everybody says zero', () => {
		const axis = estimateAxis([{ low: 0, likely: 0, high: 0 }]);
		expect(axis.high).toBeGreaterThan(axis.low);
		expect(placeOn(axis, 0)).toBe(0);
	});

	it('holds every estimate and zero, with few ticks, whatever the numbers', () => {
		fc.assert(
			fc.property(fc.array(range, { maxLength: 30 }), (ranges) => {
				const axis = estimateAxis(ranges);
				expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
				expect(axis.ticks.length).toBeLessThanOrEqual(12);
				for (const one of [...ranges, { low: 0, likely: 0, high: 0 }]) {
					const { low, likely, high } = rangeMarks(one, axis);
					expect(low).toBeGreaterThanOrEqual(-1e-6);
					expect(high).toBeLessThanOrEqual(100 + 1e-6);
					expect(low <= likely && likely <= high).toBe(true);
				}
			}),
			{ seed: 5 }
		);
	});
});
