import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticksOf } from '#lib/charts/ticks.ts';

test('ticks are round and hold zero', () => {
	expect(ticksOf({ low: -8.2e6, high: 1.1e6 })).toEqual([-8e6, -6e6, -4e6, -2e6, 0]);
	expect(ticksOf({ low: -1, high: 1 })).toEqual([-1, -0.5, 0, 0.5, 1]);
	expect(ticksOf({ low: 0, high: 450 })).toEqual([0, 100, 200, 300, 400]);
});

test('any axis has two to seven ticks, all of them on it', () => {
	const end = fc.double({ min: 0, max: 1e12, noNaN: true });
	fc.assert(
		fc.property(end, end, (below, above) => {
			fc.pre(below + above > 1e-3);
			const ticks = ticksOf({ low: -below, high: above });
			expect(ticks.length).toBeGreaterThanOrEqual(2);
			expect(ticks.length).toBeLessThanOrEqual(7);
			for (const tick of ticks) expect(tick >= -below && tick <= above).toBe(true);
			expect(ticks.some((tick) => Math.abs(tick) === 0)).toBe(true);
		}),
		{ seed: 5, numRuns: 500 }
	);
});
