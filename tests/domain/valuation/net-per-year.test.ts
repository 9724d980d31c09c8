import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { Block } from '#lib/domain/valuation/block.ts';
import type { ProbabilityMode } from '#lib/domain/valuation/effect-value.ts';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import { Estimates } from '#lib/domain/valuation/estimates.ts';
import { openLedger } from '#lib/domain/valuation/ledger.ts';
import { netPerYear } from '#lib/domain/valuation/net-per-year.ts';
import { RisingColumns } from '#lib/domain/valuation/sampling/rising-columns.ts';
import { Sampler } from '#lib/domain/valuation/sampling/sampler.ts';
import { moneyWorkshop, oneMeasure, valueOfAll } from './workshops.ts';

const modes = fc.constantFrom<ProbabilityMode>('expected', 'event');

/** The net of the scenario named "all" in every sample, year by year. */
function yearsOf(file: WorkshopFile, count = 64, mode: ProbabilityMode = 'expected') {
	const rising = new RisingColumns(count, 1);
	const block = new Block(new Sampler({ seed: 1, replicate: 0, rising }), mode);
	const estimates = new Estimates();
	estimates.read(file);
	const scenario = file.scenarios.find(({ id }) => id === 'all');
	if (!scenario) throw new Error('The workshop has no scenario named "all".');
	const ledger = openLedger(scenario, { file, estimates, invalid: new Map() });
	return netPerYear(block, ledger, file.workshop.horizonYears);
}

const mean = (column: Float64Array) => column.reduce((sum, one) => sum + one, 0) / column.length;

describe('the net per year', () => {
	test('adds up to the net of the scenario in every sample', () => {
		fc.assert(
			fc.property(moneyWorkshop, modes, (file, probabilityMode) => {
				const options = { samplesPerReplicate: 64, replicates: 1, probabilityMode };
				const { netSamples, benefit, harm, cost } = valueOfAll(file, options);
				const years = yearsOf(file, 64, probabilityMode);
				const room = 1e-9 * (1 + benefit.p95 - harm.p5 + cost.p95);
				for (let sample = 0; sample < 64; sample += 1) {
					const sum = years.reduce((total, year) => total + (year[sample] ?? NaN), 0);
					expect(Math.abs(sum - (netSamples[0]?.[sample] ?? NaN))).toBeLessThanOrEqual(room);
				}
			}),
			{ seed: 31, numRuns: 60 }
		);
	});

	test('divides a benefit in the ratio of what is left of it', () => {
		const workshop = { horizonYears: 2 };
		const even = oneMeasure([{ id: 'e', amount: 150 }], { workshop });
		const falling = oneMeasure([{ id: 'e', amount: 200, dropOff: 0.5 }], { workshop });
		expect(yearsOf(even, 2).map(mean)).toEqual([150, 150]);
		expect(yearsOf(falling, 2).map(mean)).toEqual([200, 100]);
	});

	test('has the closed-form means of the time line, also where the drop-off is a range', () => {
		const dropOff = { low: 0.05, likely: 0.2, high: 0.6 };
		const amount = { low: 20, likely: 50, high: 120 };
		const file = oneMeasure([{ id: 'e', amount, dropOff, startMonth: 6 }], {
			workshop: { horizonYears: 6, discountRate: 0.03 }
		});
		const expected = valueOfAll(file).years.map(({ net }) => net);
		for (const [place, year] of yearsOf(file, 4096).entries()) {
			const middle = mean(year);
			const sd = Math.sqrt(mean(year.map((euros) => (euros - middle) ** 2)));
			expect(Math.abs(middle - (expected[place] ?? NaN))).toBeLessThan(0.01 * sd);
		}
	});

	test('is nothing in every year of a plan without money', () => {
		const file = oneMeasure([{ id: 'e', amount: null }], { workshop: { horizonYears: 3 } });
		expect(yearsOf(file, 2).map((year) => [...year])).toEqual([
			[0, 0],
			[0, 0],
			[0, 0]
		]);
	});
});

describe('the range of every year', () => {
	test('is there for the scenario asked for, and ends with the range of the net', () => {
		fc.assert(
			fc.property(moneyWorkshop, (file) => {
				const engine = createEngine({ samplesPerReplicate: 64, replicates: 3 });
				const { scenarios } = engine.evaluate(file, { detailsOf: 'all' });
				for (const { id, yearRanges, years, net, benefit, harm, cost } of scenarios) {
					expect(yearRanges).toHaveLength(id === 'all' ? years.length : 0);
					const last = yearRanges.at(-1)?.cumulative ?? net;
					const room = 1e-9 * (1 + benefit.p95 - harm.p5 + cost.p95);
					for (const share of ['p5', 'p25', 'p50', 'p75', 'p95'] as const)
						expect(Math.abs(last[share] - net[share])).toBeLessThanOrEqual(room);
					for (const [place, { net: inYear, cumulative }] of yearRanges.entries())
						expect([inYear.mean, cumulative.mean]).toEqual([
							(years[place]?.net ?? NaN) + 0,
							(years[place]?.cumulative ?? NaN) + 0
						]);
				}
			}),
			{ seed: 32, numRuns: 40 }
		);
	});

	test('changes no other figure', () => {
		fc.assert(
			fc.property(moneyWorkshop, (file) => {
				const options = { samplesPerReplicate: 32, replicates: 2 };
				const without = (asked: object) =>
					createEngine(options)
						.evaluate(file, asked)
						.scenarios.map((one) => ({ ...one, yearRanges: [], sums: null }));
				expect(without({ detailsOf: 'all' })).toEqual(without({}));
			}),
			{ seed: 33, numRuns: 20 }
		);
	});
});
