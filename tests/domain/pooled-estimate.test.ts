import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pooledEstimate } from '#lib/domain/pooled-estimate.ts';

function given(low: number, likely: number, high: number, confidence: number | null = 0.8) {
	return { low, likely, high, confidence };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const estimate = fc
	.tuple(share, share, share, fc.option(fc.double({ min: 0.5, max: 1, noNaN: true })))
	.map(([one, two, three, confidence]) => {
		const [low = 0, likely = 0, high = 0] = [one, two, three].sort((a, b) => a - b);
		return given(low, likely, high, confidence);
	});

describe('pooling blind estimates', () => {
	it('takes the median of the lowest values, of the best guesses and of the highest values', () => {
		const estimates = [given(1, 2, 5), given(0, 3, 4), given(1, 4, 9)];
		expect(pooledEstimate(estimates, 'amount')).toEqual({
			low: 1,
			likely: 3,
			high: 5,
			confidence: 0.8
		});
	});

	it('lies halfway between the middle two of an even number', () => {
		const estimates = [given(1, 2, 4), given(3, 4, 6)];
		expect(pooledEstimate(estimates, 'amount')).toMatchObject({ low: 2, likely: 3, high: 5 });
	});

	it('brings ranges to one certainty before it compares their ends', () => {
		const estimates = [given(8, 10, 12, 0.5), given(6, 10, 14, 1), given(8, 10, 12, 0.5)];
		expect(pooledEstimate(estimates, 'amount')).toEqual({
			low: 8,
			likely: 10,
			high: 12,
			confidence: 0.5
		});
		const [less, , more] = [given(8, 10, 12, 0.5), 0, given(8, 10, 12, 1)];
		expect(pooledEstimate([less, more], 'amount')).toMatchObject({ low: 7.75, high: 12.25 });
	});

	it('leaves the certainty out where everybody gave the very ends', () => {
		expect(pooledEstimate([given(1, 2, 3, null)], 'amount')).toEqual({
			low: 1,
			likely: 2,
			high: 3
		});
	});

	it('keeps a share between 0 and 1 and an amount at 0 or more', () => {
		const estimates = [given(0.1, 0.5, 0.9, 0.5), given(0.1, 0.5, 0.9, 1)];
		const { low, high } = pooledEstimate(estimates, 'deadweight') ?? { low: NaN, high: NaN };
		expect(low).toBeGreaterThanOrEqual(0);
		expect(high).toBeLessThanOrEqual(1);
		const amounts = [given(0, 1, 2, 0.5), given(0, 1, 2, 1)];
		// The first would end at -0.5 and counts as 0, the second ends at 0.25.
		expect(pooledEstimate(amounts, 'unitValue')?.low).toBe(0.125);
	});

	it('is nothing without estimates', () => {
		expect(pooledEstimate([], 'amount')).toBeUndefined();
	});

	it('gives a share in order within 0 and 1, in whatever order the estimates come', () => {
		fc.assert(
			fc.property(fc.array(estimate, { minLength: 1, maxLength: 20 }), (estimates) => {
				const pooled = pooledEstimate(estimates, 'probability');
				expect(pooledEstimate([...estimates].reverse(), 'probability')).toEqual(pooled);
				const { low, likely, high } = pooled ?? { low: NaN, likely: NaN, high: NaN };
				expect(0 <= low && low <= likely && likely <= high && high <= 1).toBe(true);
			}),
			{ seed: 5 }
		);
	});
});
