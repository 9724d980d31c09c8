import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calibrate } from '#lib/domain/forecast/calibration.ts';
import { realisedPart } from '#lib/domain/forecast/realised-part.ts';
import { newContribution } from '#lib/domain/contribution.ts';
import { newMeasure } from '#lib/domain/measure.ts';
import { newParty } from '#lib/domain/party.ts';
import { discountFactors } from '#lib/domain/valuation/discounting.ts';
import { oneMeasure, valueOfAll } from './workshops.ts';

/** A published calculation; each file names its source. */
type Published = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- the files differ in shape

function published(name: string): Published {
	return JSON.parse(
		readFileSync(new URL(`../../fixtures/examples/${name}.json`, import.meta.url), 'utf8')
	);
}

const input = (name: string, quantity: number) => ({ name, quantity, unit: '' });

/** A benefit of so many euros in one year, counted from 0. */
const inYear = (year: number, amount: number) => ({
	...{ id: `year-${year}`, amount, startMonth: 12 * year, durationMonths: 12 }
});

function paying(amount: number) {
	const contributions = [newContribution('outlay', { partyId: 'society', amount })];
	return {
		parties: [newParty('society', { name: 'Society' })],
		measures: [newMeasure('work', { title: 'Work', contributions })]
	};
}

test('Mishan and Quah: benefits of 50 and 150 at 10 % are worth 169.4', () => {
	const { inputs, published: result } = published('04_mishan_quah_dpv');
	const flow: number[] = inputs.flow;
	const effects = flow.slice(1).map((euros, place) => inYear(place + 1, euros));
	const value = valueOfAll(
		oneMeasure(effects, { workshop: { horizonYears: 3, discountRate: inputs.discount_rate } })
	);
	expect(value.benefit.mean).toBeCloseTo(result.dpv_of_benefits, 1);
});

describe('Rosen: who receives decides between two projects', () => {
	const { inputs, published: result } = published('03_rosen_subway_vs_bus_distribution');
	const { people, project_1: forever, project_2: twoYears, discount_rate: discountRate } = inputs;

	test('the project of two years costs 68,750, brings 90,000 and nets 21,250', () => {
		const effects = twoYears.benefits_total.map(
			({ year, amount }: { year: number; amount: number }) => inYear(year, amount)
		);
		const workshop = { horizonYears: 3, discountRate };
		const value = valueOfAll(
			oneMeasure(effects, { ...paying(people * twoYears.cost_per_person_year_0), workshop })
		);
		expect(value.cost.mean).toBeCloseTo(result.p2_costs, 6);
		expect(value.benefit.mean).toBeCloseTo(result.p2_pv_benefits, 6);
		expect(value.net.mean).toBeCloseTo(result.p2_npv, 6);
	});

	test('the perpetuity, cut at the longest horizon of 50 years, is within 0.002 % of the published', () => {
		const effects = [
			{ id: 'gain', amount: forever.benefit_per_person_per_year * people, startMonth: 12 },
			{ id: 'pain', amount: forever.cost_per_person_per_year * people, startMonth: 12 }
		].map((effect, place) => ({
			...effect,
			direction: place ? ('harm' as const) : ('benefit' as const)
		}));
		const value = valueOfAll(oneMeasure(effects, { workshop: { horizonYears: 50, discountRate } }));
		expect(value.benefit.mean / result.p1_total_benefits).toBeCloseTo(1, 4);
		expect(value.net.mean / result.p1_npv).toBeCloseTo(1, 4);
	});

	test('the second project needs a weight of 3.21 to equal the first', () => {
		const weight = (result.p1_npv + result.p2_costs) / result.p2_pv_benefits;
		expect(weight).toBeCloseTo(result.break_even_weight_on_p2_benefits, 2);
	});
});

describe('GiveWell: bed nets in four regions, by formula', () => {
	const { cases, constants, relative_tolerance: room } = published('06_givewell_amf_nov2025');
	const steps = {
		people_under5_reached: 'grant / cost',
		deaths_averted_under5: 'grant / cost * years * rate * effect',
		cost_per_under5_death_averted: 'grant / (grant / cost * years * rate * effect)',
		initial_x_benchmark: 'grant / cost * years * rate * effect * weight / (grant * benchmark)',
		final_x_benchmark:
			'grant / cost * years * rate * effect * weight / (grant * benchmark)' +
			' * (1 + older) * (1 + development) * (1 + program) * (1 + grantee) * (1 + leverage + funging)'
	};

	test.each(cases as Published[])('$name', ({ inputs: given, published: result }) => {
		const inputs = [
			input('grant', given.grant_size_usd),
			input('cost', given.cost_per_under5_reached),
			input('years', given.years_effective_coverage),
			input('rate', given.malaria_mortality_rate),
			input('effect', given.net_effect_on_deaths),
			input('weight', given.moral_weight_under5),
			input('benchmark', constants.benchmark_value_per_dollar),
			input('older', given.adj_older),
			input('development', given.adj_developmental),
			input('program', given.adj_program),
			input('grantee', given.adj_grantee),
			input('leverage', given.adj_leverage),
			input('funging', given.adj_funging)
		];
		for (const [name, formula] of Object.entries(steps)) {
			const value = valueOfAll(oneMeasure([{ id: 'e', formula, inputs }]));
			expect(Math.abs(value.benefit.mean / result[name] - 1)).toBeLessThan(room);
			expect(Math.abs(value.benefit.p50 / result[name] - 1)).toBeLessThan(room);
		}
	});
});

describe('HM Treasury: discount factors at the first rate', () => {
	const { schedule, npv_check: npv } = published('09_greenbook_discounting');

	test.each([0, 1, 5, 30])(
		'year %d; the model has one rate, so it ends where the second begins',
		(year) => {
			const { rate: discountRate } = schedule[0];
			const factors = discountFactors({ horizonYears: 31, discountRate, discountTiming: 'start' });
			expect(factors[year]).toBeCloseTo(1 / 1.035 ** year, 14);
		}
	);

	test('an outlay of 100 and five years of 30 net 35.451571', () => {
		const flow: number[] = npv.flow;
		const effects = flow.slice(1).map((euros, place) => inYear(place + 1, euros));
		const workshop = { horizonYears: 6, discountRate: npv.rate };
		const value = valueOfAll(oneMeasure(effects, { ...paying(-(flow[0] ?? 0)), workshop }));
		expect(value.net.mean).toBeCloseTo(npv.recomputed, 6);
	});
});

describe('Mott MacDonald: optimism bias of a combined building, by formula', () => {
	const { cases } = published('01_mottmacdonald_combined_building');

	test.each(cases as Published[])('$name', ({ inputs: parts, published: result }) => {
		const inputs = [
			input('share_a', parts[0].share_pct),
			input('bias_a', parts[0].upper_ob_pct),
			input('share_b', parts[1].share_pct),
			input('bias_b', parts[1].upper_ob_pct)
		];
		const formula = '(share_a * bias_a + share_b * bias_b) / 100';
		const value = valueOfAll(oneMeasure([{ id: 'e', formula, inputs }]));
		expect(value.benefit.mean).toBeCloseTo(result.resultant_pct, 9);
	});
});

describe('Coquihalla Highway: one road, studied three times, in millions', () => {
	const { cases } = published('08_coquihalla_forecast_vs_outcome');

	test.each(cases as Published[])('$name', ({ inputs: given, published: result }) => {
		const file = oneMeasure([{ id: 'e', amount: given.benefits }], paying(given.costs));
		expect(valueOfAll(file).net.mean).toBeCloseTo(result.net, 6);
	});

	test('the costs came out at 2.58 times what was expected beforehand', () => {
		const [before, after] = ['ex ante', 'ex post'].map(
			(name) => (cases as Published[]).find((one) => one.name === name)!.inputs.costs
		) as [number, number];
		const stated = {
			...{ baseline: 0, withoutPlan: null },
			expected: { low: before, likely: before, high: before }
		};
		const part = realisedPart(stated, { value: after, comparison: null })!;
		expect(part).toBeCloseTo(2.58, 2);
		const outcomes = Array.from({ length: 10 }, (_, index) => ({
			...{ id: `road-${index}`, dimension: null, measureType: null, evidenceLevel: null },
			...{ ...stated.expected, baseline: 0, confidence: 0.8, measured: after },
			...{ autonomousChange: 0, date: null }
		}));
		const { realisation, coverage } = calibrate(outcomes);
		expect(realisation?.ratio).toBeCloseTo(2.58, 2);
		expect(coverage).toBe(0);
	});
});

/**
 * What is worth something has no outcome to be scored against: the model itself scores forecasts, in
 * domain/forecast. Here the formula language writes the published score down.
 */
describe('Gneiting and Raftery: the interval score, by formula', () => {
	const { cases } = published('12_interval_score_cases');

	test.each(cases as Published[])('$y against $lo to $hi scores $score', (given) => {
		const { lo, hi, y, p, score } = given;
		const inputs = [input('lo', lo), input('hi', hi), input('y', y), input('p', p)];
		const formula = '(hi - lo) + 2 / p * max(0, lo - y) + 2 / p * max(0, y - hi)';
		const value = valueOfAll(oneMeasure([{ id: 'e', formula, inputs }]));
		expect(value.benefit.mean).toBeCloseTo(score, 9);
		expect(value.benefit.p50).toBeCloseTo(score, 9);
	});
});
