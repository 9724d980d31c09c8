import fc from 'fast-check';
import { jStat } from 'jstat';
import { expect, test } from 'vitest';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import { QuantileFinder, shownShares } from '#lib/domain/valuation/quantiles.ts';
import { spreadQuantile } from '#lib/domain/valuation/sampling/spread-quantile.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { exampleText } from '../examples.ts';

/** Everything within a millionth of the range of the values. */
function expectSameQuantiles(found: readonly number[], column: Float64Array): void {
	const range = Math.max(...column) - Math.min(...column);
	// Alpha and beta of one half are Hazen's definition, R's type 5.
	const expected = jStat.quantiles([...column], [...shownShares], 0.5, 0.5);
	for (const [place, quantile] of found.entries())
		expect(Math.abs(quantile - expected[place]!)).toBeLessThanOrEqual(1e-6 * range);
}

test('quantiles are those of a statistics library, whatever the values', () => {
	const anyColumn = fc
		.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 20, maxLength: 600 })
		.map((values) => Float64Array.from(values));
	const lumpy = fc
		.array(fc.integer({ min: -3, max: 3 }), { minLength: 20, maxLength: 600 })
		.map((values) => Float64Array.from(values));
	fc.assert(
		fc.property(fc.oneof(anyColumn, lumpy), (column) => {
			expectSameQuantiles([...new QuantileFinder(column.length).find(column)], column);
		}),
		{ seed: 27, numRuns: 400 }
	);
});

test('the net of every scenario of the example has the quantiles of its samples', () => {
	const { file } = parseWorkshopFile(exampleText('demo-molenwijk.nl'));
	if (!file) throw new Error('The example is refused.');
	const { scenarios } = createEngine({ replicates: 1 }).evaluate(file);
	expect(scenarios.length).toBeGreaterThan(2);
	for (const { net, netSamples } of scenarios.slice(1)) {
		const [column] = netSamples;
		expectSameQuantiles([net.p5, net.p25, net.p50, net.p75, net.p95], column!);
	}
});

test('a PERT estimate has the quantiles of the beta distribution behind it', () => {
	const shapes = fc.tuple(
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0.001, max: 0.999, noNaN: true })
	);
	fc.assert(
		fc.property(shapes, ([mode, share]) => {
			const spread = { kind: 'pert', lowest: 0, likely: mode, highest: 1 } as const;
			const expected = jStat.beta.inv(share, 1 + 4 * mode, 5 - 4 * mode);
			expect(Math.abs(spreadQuantile(spread, share) - expected)).toBeLessThanOrEqual(1e-6);
		}),
		{ seed: 27, numRuns: 400 }
	);
});
