import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histogram } from '#lib/domain/valuation/histogram.ts';
import { QuantileFinder } from '#lib/domain/valuation/quantiles.ts';

const columns = fc
	.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 8, maxLength: 200 })
	.map((euros) => Float64Array.from(euros));

function middleOf(column: Float64Array): { p5: number; p95: number } {
	const [p5, , , , p95] = new QuantileFinder(column.length).find(column);
	return { p5: p5!, p95: p95! };
}

test('with p5 at -20 and p95 at 60 the bins are 10 wide and whatever is further out is in the outer ones', () => {
	const column = Float64Array.of(-500, -60, -20, -1, 0, 9, 10, 60, 109, 5000);
	const bins = histogram([column], { p5: -20, p95: 60 });
	expect(bins[0]).toEqual({ from: -60, to: -50, share: 0.2 });
	expect(bins.at(-1)).toEqual({ from: 100, to: 110, share: 0.2 });
	expect(bins.find(({ from }) => from === 0)).toEqual({ from: 0, to: 10, share: 0.2 });
	expect(bins.find(({ from }) => from === -10)?.share).toBe(0.1);
});

test('a result that is one amount has no bins', () => {
	expect(histogram([new Float64Array(64)], { p5: 0, p95: 0 })).toEqual([]);
});

test('shares add up to 1, bins meet, are equally wide, start and end with something, and never straddle zero', () => {
	fc.assert(
		fc.property(columns, (column) => {
			const middle = middleOf(column);
			fc.pre(middle.p95 - middle.p5 > 1e-3);
			const bins = histogram([column], middle);
			expect(bins.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
			expect(bins[0]!.share).toBeGreaterThan(0);
			expect(bins.at(-1)!.share).toBeGreaterThan(0);
			expect(bins.length).toBeLessThanOrEqual(42);
			for (const [place, { from, to }] of bins.entries()) {
				expect(from < 0 && to > 0).toBe(false);
				if (place > 0) expect(bins[place - 1]!.to).toBe(from);
			}
		}),
		{ seed: 27, numRuns: 300 }
	);
});

test('two replicates count as one column of both', () => {
	fc.assert(
		fc.property(columns, columns, (one, other) => {
			const middle = { p5: -1000, p95: 2500 };
			const both = Float64Array.of(...one, ...other);
			expect(histogram([one, other], middle)).toEqual(histogram([both], middle));
		}),
		{ seed: 27, numRuns: 100 }
	);
});
