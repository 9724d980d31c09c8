import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newEffect } from '#lib/domain/effect.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { Distribution } from '#lib/domain/valuation/distribution.ts';
import { createEngine, lastOf } from '#lib/domain/valuation/engine.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import { moneyWorkshop } from './workshops.ts';

const runs = { seed: 27, numRuns: 120 };
const few = { samplesPerReplicate: 64, replicates: 2 };

function evaluate(file: WorkshopFile): Evaluation {
	return createEngine(few).evaluate(file);
}

function each(check: (scenario: ScenarioValue, file: WorkshopFile) => void) {
	fc.assert(
		fc.property(moneyWorkshop, (file) => {
			for (const scenario of evaluate(file).scenarios) check(scenario, file);
		}),
		runs
	);
}

/** The same to the cent, or to 12 digits for larger sums than a cent can be seen in. */
function expectSame(one: number, other: number) {
	expect(Math.abs(one - other)).toBeLessThanOrEqual(Math.max(0.005, 1e-12 * Math.abs(one)));
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}

test('what parties receive and what is unallocated are the whole value', () => {
	each(({ parties, unallocated, benefit, harm }) => {
		const received = sumOf(parties.map(({ receives }) => receives.mean));
		expectSame(received + unallocated.mean, benefit.mean + harm.mean);
	});
});

test('what parties pay is the whole cost, and their nets with the unallocated are the net', () => {
	each(({ parties, unallocated, cost, net }) => {
		expectSame(sumOf(parties.map(({ pays }) => pays.mean)), cost.mean);
		expectSame(sumOf(parties.map((party) => party.net.mean)) + unallocated.mean, net.mean);
	});
});

test('the net is benefit plus harm minus cost, and the years, effects and measures add up to it', () => {
	each(({ benefit, harm, cost, net, years, effects, measures }) => {
		expectSame(benefit.mean + harm.mean - cost.mean, net.mean);
		expectSame(sumOf(years.map((year) => year.net)), net.mean);
		expectSame(years.at(-1)?.cumulative ?? 0, net.mean);
		const values = effects.map(({ value }) => value?.mean ?? 0);
		expectSame(sumOf(values), benefit.mean + harm.mean);
		expectSame(sumOf(measures.map((measure) => measure.cost.mean)), cost.mean);
	});
});

test('the parts of the support add up to the benefit, before and after correction', () => {
	each(({ support, correctedSupport, benefit, correctedBenefit }) => {
		expectSame(sumOf(Object.values(support)), benefit.mean);
		expectSame(sumOf(Object.values(correctedSupport)), correctedBenefit);
	});
});

test('quantiles rise and signs are kept: benefit and cost never below 0, harm never above', () => {
	each((scenario) => {
		const { benefit, harm, cost, net, correctedNet, parties } = scenario;
		for (const { p5, p25, p50, p75, p95 } of [
			...[benefit, harm, cost, net, correctedNet],
			...parties.flatMap(({ pays, receives }) => [pays, receives])
		])
			expect(p5 <= p25 && p25 <= p50 && p50 <= p75 && p75 <= p95).toBe(true);
		expect(benefit.p5).toBeGreaterThanOrEqual(0);
		expect(cost.p5).toBeGreaterThanOrEqual(0);
		expect(harm.p95).toBeLessThanOrEqual(0);
		expect(correctedNet.mean).toBeLessThanOrEqual(net.mean + 0.005);
	});
});

test('chances to be best add up to 1 and the smallest expected regret is that of the best mean', () => {
	fc.assert(
		fc.property(moneyWorkshop, (file) => {
			const { comparison, scenarios } = evaluate(file);
			expect(sumOf(comparison.map(({ chanceBest }) => chanceBest))).toBeCloseTo(1, 12);
			for (const { expectedRegret } of comparison) expect(expectedRegret).toBeGreaterThanOrEqual(0);
			expect(comparison.map(({ id }) => id)).toEqual(scenarios.map(({ id }) => id));
		}),
		runs
	);
});

function scaledBy(file: WorkshopFile, times: number): WorkshopFile {
	const scenarios = file.scenarios.map((scenario) => ({
		...scenario,
		choices: scenario.choices.map((choice) => ({ ...choice, scale: choice.scale * times }))
	}));
	return { ...file, scenarios };
}

function figures({ benefit, harm, cost, net }: ScenarioValue): Distribution[] {
	return [benefit, harm, cost, net];
}

test('half the scale is half of everything, bit for bit, and scale 0 is nothing', () => {
	fc.assert(
		fc.property(moneyWorkshop, (file) => {
			const [whole, half, nothing] = [1, 0.5, 0].map(
				(times) => evaluate(scaledBy(file, times)).scenarios
			);
			for (const [place, scenario] of (whole ?? []).entries()) {
				const [halved, emptied] = [half?.[place], nothing?.[place]];
				for (const [index, { mean, p5, p95 }] of figures(scenario).entries()) {
					const other = halved && figures(halved)[index];
					expect([other?.mean, other?.p5, other?.p95]).toEqual([mean / 2, p5 / 2, p95 / 2]);
				}
				expect(emptied?.net).toEqual({ mean: 0, p5: 0, p25: 0, p50: 0, p75: 0, p95: 0 });
			}
		}),
		{ ...runs, numRuns: 60 }
	);
});

test('the order of cards makes no difference, not one bit', () => {
	fc.assert(
		fc.property(moneyWorkshop, (file) => {
			const other = {
				...file,
				effects: file.effects.toReversed(),
				measures: file.measures.toReversed(),
				parties: file.parties.toReversed()
			};
			const [one, two] = [evaluate(file), evaluate(other)];
			expect(two.comparison).toEqual(one.comparison);
			for (const [place, scenario] of one.scenarios.entries()) {
				const same = two.scenarios[place];
				expect(same?.net).toEqual(scenario.net);
				expect(same?.netSamples).toEqual(scenario.netSamples);
				expect(same?.parties.toReversed()).toEqual(scenario.parties);
				expect(same?.effects.toReversed()).toEqual(scenario.effects);
			}
		}),
		runs
	);
});

test('a change to one card leaves every other effect as it is, bit for bit', () => {
	fc.assert(
		fc.property(moneyWorkshop, fc.nat(), (file, pick) => {
			fc.pre(file.effects.length > 0);
			const place = pick % file.effects.length;
			const changed = file.effects.with(place, {
				...(file.effects[place] ?? newEffect('x', { title: 'x', measureIds: ['one'] })),
				...{ unitValue: { low: 1, likely: 2, high: 3 }, amount: 5 }
			});
			const id = file.effects[place]?.id;
			const others = (evaluation: Evaluation) =>
				evaluation.scenarios.map(({ effects, cost, measures }) => ({
					...{ cost, costs: measures.map((measure) => measure.cost) },
					effects: effects.filter((effect) => effect.id !== id)
				}));
			expect(others(evaluate({ ...file, effects: changed }))).toEqual(others(evaluate(file)));
		}),
		runs
	);
});

test('an effect that is worth nothing changes no sample of the net', () => {
	fc.assert(
		fc.property(moneyWorkshop, (file) => {
			const zero = newEffect('zero', {
				title: 'Zero',
				measureIds: ['one'],
				amount: 0,
				unitValue: 9
			});
			const more = evaluate({ ...file, effects: [zero, ...file.effects] });
			const nets = (evaluation: Evaluation) =>
				evaluation.scenarios.map(({ netSamples }) => netSamples.map((column) => [...column]));
			expect(nets(more)).toEqual(nets(evaluate(file)));
		}),
		runs
	);
});

test('more deadweight is never more benefit, in no sample', () => {
	const share = fc.double({ min: 0, max: 0.5, noNaN: true });
	fc.assert(
		fc.property(moneyWorkshop, share, share, share, (file, low, step, more) => {
			const withDeadweight = (extra: number) => ({
				...file,
				effects: file.effects.map((effect) => ({
					...effect,
					direction: 'benefit' as const,
					deadweight: { low: low * extra, likely: low * extra, high: (low + step) * extra }
				}))
			});
			const [less, most] = [1 - more, 1].map((extra) => evaluate(withDeadweight(extra)).scenarios);
			for (const [place, scenario] of (less ?? []).entries())
				for (const [replicate, column] of scenario.netSamples.entries())
					for (const [sample, euros] of column.entries()) {
						const lower = most?.[place]?.netSamples[replicate]?.[sample] ?? NaN;
						expect(lower).toBeLessThanOrEqual(euros + 1e-9 * (1 + Math.abs(euros)));
					}
		}),
		{ ...runs, numRuns: 40 }
	);
});

test('settling in steps gives the same bytes as valuing at once', () => {
	fc.assert(
		fc.property(moneyWorkshop, (file) => {
			expect(lastOf(createEngine(few).settle(file))).toEqual(evaluate(file));
		}),
		{ ...runs, numRuns: 40 }
	);
});
