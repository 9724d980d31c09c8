import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate } from '#lib/domain/forecast/calibration.ts';
import type { Expectation } from '#lib/domain/forecast/expectation.ts';
import { intervalScore } from '#lib/domain/forecast/interval-score.ts';
import published from '../../fixtures/examples/12_interval_score_cases.json' with { type: 'json' };
import { makeHistory, overconfident } from './histories.ts';

const one: Expectation = {
	id: 'one',
	dimension: 'safety',
	measureType: 'caretaker',
	evidenceLevel: 2,
	baseline: 10,
	low: 12,
	likely: 14,
	high: 16,
	confidence: 0.8,
	measured: 12,
	autonomousChange: 0,
	date: '2028-10-01'
};

const times = (count: number, change: Partial<Expectation> = {}) =>
	Array.from({ length: count }, (_, index) => ({ ...one, ...change, id: `e${index}` }));

describe('the interval score', () => {
	test.each(published.cases)(
		'of $lo to $hi with outcome $y is $score',
		({ lo, hi, y, p, score }) => {
			expect(intervalScore({ low: lo, high: hi, confidence: 1 - p }, y)).toBeCloseTo(score, 9);
		}
	);

	const bounds = { min: -1e6, max: 1e6, noNaN: true };
	const stated = fc
		.tuple(fc.double(bounds), fc.double(bounds), fc.double({ min: 0.5, max: 1, noNaN: true }))
		.map(([a, b, confidence]) => ({ low: Math.min(a, b), high: Math.max(a, b), confidence }));

	test('is the width inside the interval and grows with the distance outside it', () => {
		fc.assert(
			fc.property(stated, fc.double(bounds), (interval, outcome) => {
				const width = interval.high - interval.low;
				const missed = Math.max(interval.low - outcome, outcome - interval.high, 0);
				const score = intervalScore(interval, outcome);
				if (missed === 0) expect(score).toBe(width);
				else expect(score).toBeGreaterThanOrEqual(width + 4 * missed * (1 - 1e-12));
			}),
			{ seed: 11 }
		);
	});

	test('punishes the same miss harder the surer somebody was', () => {
		fc.assert(
			fc.property(
				stated,
				fc.double({ min: 0.5, max: 0.98, noNaN: true }),
				(interval, confidence) => {
					const outcome = interval.high + 1;
					const less = intervalScore({ ...interval, confidence }, outcome);
					const more = intervalScore({ ...interval, confidence: confidence + 0.01 }, outcome);
					expect(more).toBeGreaterThan(less);
				}
			),
			{ seed: 12 }
		);
	});

	test('of somebody who was wholly sure counts as 99 % sure', () => {
		expect(intervalScore({ low: 10, high: 20, confidence: 1 }, 21)).toBe(10 + 200);
	});
});

describe('a record of expectations', () => {
	test('counts only those with an outcome', () => {
		const { n, coverage } = calibrate([...times(3), ...times(4, { measured: null })]);
		expect(n).toBe(3);
		expect(coverage).toBe(1);
	});

	test('of nothing says nothing instead of 0', () => {
		expect(calibrate([])).toEqual({
			n: 0,
			coverage: null,
			statedConfidence: null,
			meanIntervalScore: null,
			realisation: null,
			groups: []
		});
	});

	test('gives no realised part below ten outcomes, and does from ten on', () => {
		expect(calibrate(times(9)).realisation).toBeNull();
		expect(calibrate(times(10)).realisation).toEqual({ ratio: 0.5, low: 0.5, high: 0.5 });
	});

	test('does not let a rise and a fall cancel: both came half true', () => {
		const falls = times(5, { low: 4, likely: 6, high: 8, measured: 8 });
		expect(calibrate([...times(5), ...falls]).realisation?.ratio).toBeCloseTo(0.5, 12);
	});

	test('lets a count in thousands weigh no more than a percentage', () => {
		const thousands = times(5, { baseline: 1e4, low: 1.2e4, likely: 1.4e4, high: 1.6e4 });
		const nothingCame = thousands.map((expectation) => ({ ...expectation, measured: 1e4 }));
		expect(calibrate([...times(5), ...nothingCame]).realisation?.ratio).toBeCloseTo(0.25, 12);
	});

	test('measures an interval without width by the change it expected', () => {
		const exact = times(10, { low: 14, high: 14 });
		expect(calibrate(exact).realisation?.ratio).toBeCloseTo(0.5, 12);
	});

	test('has no realised part when no change was expected', () => {
		expect(calibrate(times(12, { baseline: 14 })).realisation).toBeNull();
		expect(calibrate(times(12, { baseline: null })).realisation).toBeNull();
	});

	test('is also given by theme, type of measure and evidence level, which add up to the whole', () => {
		const { n, groups } = calibrate(makeHistory(overconfident, 1, 31));
		for (const by of ['dimension', 'measureType', 'evidenceLevel']) {
			const members = groups.filter((group) => group.by === by);
			expect(members.reduce((sum, group) => sum + group.n, 0)).toBe(n);
		}
	});

	test('gives the same figures each time and in whatever order the expectations come', () => {
		const history = makeHistory(overconfident, 2, 40);
		expect(calibrate(history)).toEqual(calibrate(structuredClone(history)));
		expect(calibrate(history.toReversed()).coverage).toBeCloseTo(calibrate(history).coverage!, 12);
	});
});

/** Leaves the groups out, whose figures are worked out in the same way. */
function ungrouped(history: readonly Expectation[]): Expectation[] {
	const none = { dimension: null, measureType: null, evidenceLevel: null };
	return history.map((expectation) => ({ ...expectation, ...none }));
}

/**
 * The score interval of E.B. Wilson (1927) at 97.5 %. The part that came has an interval at 90 %, so that
 * both at once hold the truth in at least 87.5 % of histories (Bonferroni): 10 % and 2.5 % of missing.
 */
function wilson(share: number, n: number): readonly [number, number] {
	const z = 2.2414;
	const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
	const half =
		(z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + ((z / n) * (z / n)) / 4);
	return [middle - half, middle + half];
}

test('a known bias and a known overconfidence are found back together in most of a hundred histories', () => {
	const n = 60;
	const found = { both: 0, bias: 0, overconfidence: 0 };
	for (let seed = 1; seed <= 100; seed += 1) {
		const { realisation, coverage, statedConfidence } = calibrate(
			ungrouped(makeHistory(overconfident, seed, n))
		);
		const holds = (low: number, high: number, truth: number) => low <= truth && truth <= high;
		const [low, high] = wilson(coverage!, n);
		const bias = holds(realisation!.low, realisation!.high, overconfident.realised);
		const overconfidence = holds(low, high, overconfident.coverage);
		// Intervals that are wide enough to hold anything would find nothing back.
		if (bias && overconfidence && realisation!.high < 1 && high < statedConfidence!)
			found.both += 1;
		if (bias) found.bias += 1;
		if (overconfidence) found.overconfidence += 1;
	}
	expect(found.both).toBeGreaterThanOrEqual(85);
	expect(found.bias).toBeGreaterThanOrEqual(85);
	expect(found.overconfidence).toBeGreaterThanOrEqual(85);
}, 60_000);
