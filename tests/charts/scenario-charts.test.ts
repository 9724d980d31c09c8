import { describe, expect, test } from 'vitest';
import type { Chart } from '#lib/charts/chart.ts';
import { outcomesChart } from '#lib/charts/outcomes.ts';
import { supportChart } from '#lib/charts/support.ts';
import { tornadoChart } from '#lib/charts/tornado.ts';
import { yearsChart } from '#lib/charts/years.ts';
import { newContribution } from '#lib/domain/contribution.ts';
import { newParty } from '#lib/domain/party.ts';
import { oneMeasure } from '../domain/valuation/workshops.ts';
import { en, molenwijk, nl, plain, valued, type Valued } from './valued.ts';

const demo = valued(molenwijk(), 'people-first');
const bricks = valued(molenwijk(), 'bricks-first');

function chartsOf({ value, rows, file }: Valued, tongue = nl): Chart[] {
	return [
		outcomesChart(value, tongue),
		supportChart(value, tongue),
		yearsChart(value, tongue),
		tornadoChart({ rows, net: value.net, file }, tongue)
	];
}

const titles = (valuedScenario: Valued, tongue = nl) =>
	chartsOf(valuedScenario, tongue).map(({ title }) => plain(title));

describe('the titles of the demo are conclusions made from its numbers', () => {
	test('in Dutch', () => {
		expect(titles(demo)).toEqual([
			'In 9 van de 10 uitkomsten blijft er tussen − € 630.000 en € 1,2 mln over.',
			'Van de beloofde € 2,7 mln is € 170.000 onderbouwd.',
			'Naar verwachting is het in 2033 terugverdiend.',
			'“Bewoners durven in de avond weer naar buiten: wat één ervan waard is” maakt het meeste uit.'
		]);
	});

	test('and in English, for a scenario that does not pay back', () => {
		expect(titles(bricks, en).slice(0, 3)).toEqual([
			'In 9 of 10 outcomes between − € 8.2 m and − € 6.0 m is left.',
			'Of € 1.7 m promised, € 1.7 m is substantiated.',
			'It does not pay back up to and including 2036.'
		]);
	});
});

describe.each([
	['a plan that pays back', demo],
	['a plan that does not', bricks]
])('every chart of %s', (_, scenario) => {
	test.each(chartsOf(scenario).map((chart) => [chart.title, chart] as const))(
		'says at every place what is drawn there: %s',
		(title, { drawing, table, sentence }) => {
			expect(sentence).not.toBe('');
			if (!drawing || !table) throw new Error('There is nothing to draw.');
			const { places, series } = drawing;
			const count = places.kind === 'named' ? places.names.length : places.middles.length;
			for (const { values, says } of series) {
				expect(values).toHaveLength(count);
				expect(says).toHaveLength(count);
			}
			for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
		}
	);

	test('tells fillings of one colour apart, so that nothing is told by colour alone', () => {
		for (const { drawing } of chartsOf(scenario)) {
			const bars = drawing?.series.filter(({ shape }) => shape === 'bars') ?? [];
			const looks = bars.map(({ ink, texture }) => `${ink} ${texture}`);
			expect(new Set(looks).size).toBe(looks.length);
		}
	});
});

describe('outcomes', () => {
	test('bars are the shares of all outcomes, losses hatched and gains solid', () => {
		const { drawing } = outcomesChart(demo.value, nl);
		const [losses, gains] = drawing?.series ?? [];
		const share = (values: readonly unknown[] = []) =>
			values.reduce<number>((sum, value) => sum + Number(value), 0);
		expect([losses?.texture, gains?.texture]).toEqual(['hatched', 'solid']);
		expect(share(gains?.values)).toBeCloseTo(demo.value.chanceNetPositive, 12);
		expect(share(losses?.values) + share(gains?.values)).toBeCloseTo(1, 12);
	});

	test('zero stays in view, unless the outcomes would be a sliver; then a note says so', () => {
		expect(outcomesChart(demo.value, nl).drawing?.note).toBeUndefined();
		const { net, netSamples } = demo.value;
		const far = 40e6;
		const moved = {
			...demo.value,
			net: { ...net, p5: net.p5 + far, p95: net.p95 + far },
			netSamples: netSamples.map((column) => column.map((euros) => euros + far))
		};
		expect(outcomesChart(moved, nl).drawing?.note).toBe('De as begint niet bij nul.');
	});
});

describe('a plan of which every number is one amount', () => {
	const sure = valued(
		oneMeasure([{ id: 'gain', amount: 3, unitValue: 100, title: 'Gain' }], {
			parties: [newParty('purse', { name: 'Purse', kind: 'budget' })],
			measure: { contributions: [newContribution('c', { partyId: 'purse', amount: 200 })] }
		}),
		'all'
	);

	test('has an outcome without a range, and says so instead of drawing one', () => {
		const [outcomes, , , tornado] = chartsOf(sure);
		expect(plain(outcomes?.title ?? '')).toBe('Er blijft € 100 over.');
		expect(outcomes?.drawing).toBeUndefined();
		expect(tornado?.drawing).toBeUndefined();
		expect(tornado?.title).toBe('Geen getal heeft een bandbreedte.');
	});

	test('still tells at which value each number turns the outcome around', () => {
		const { table } = tornadoChart({ ...sure, net: sure.value.net }, en);
		const row = table?.rows.find(([name]) => name === 'Gain: number a year');
		expect(row).toEqual(['Gain: number a year', '3', 'no range', 'no range', '2']);
	});
});

describe('half of the numbers', () => {
	test('benefits without costs in euros are not paid back, costs without benefits neither', () => {
		const benefit = valued(oneMeasure([{ id: 'gain', amount: 3 }]), 'all');
		expect(yearsChart(benefit.value, en).title).toBe('No costs in euros stand against it yet.');
		const cost = valued(
			oneMeasure([], {
				parties: [newParty('purse', { name: 'Purse', kind: 'budget' })],
				measure: { contributions: [newContribution('c', { partyId: 'purse', amount: 200 })] }
			}),
			'all'
		);
		expect(yearsChart(cost.value, en).title).toBe('What it brings is not in euros yet.');
		expect(supportChart(cost.value, en)).toMatchObject({
			title: 'No benefit is in euros yet.',
			drawing: undefined
		});
	});
});

test('what stands against the promised benefit is what goes in', () => {
	const { drawing } = supportChart(demo.value, nl);
	expect(drawing?.marks).toEqual([
		expect.objectContaining({ kind: 'line', at: demo.value.cost.mean })
	]);
	const whole = drawing?.series.map(({ values }) => Number(values[0])) ?? [];
	expect(whole.reduce((sum, euros) => sum + euros, 0)).toBeCloseTo(demo.value.benefit.mean, 2);
});

test('the tornado has the largest swing on top, and names a contribution by who gives it', () => {
	const { drawing, table } = tornadoChart({ ...demo, net: demo.value.net }, nl);
	const swings = drawing?.series[0]?.values.map((_, place) => {
		const [low, high] = drawing.series.map(({ values }) => values[place] as [number, number]);
		return Math.abs(high![1] - low![1]);
	});
	expect(swings).toEqual(swings?.toSorted((one, other) => other - one));
	expect(table?.rows.map(([name]) => name)).toContain(
		'Buurthuiskamer vijf dagen open: inleg van Welzijn Waterhoven'
	);
});

describe('every year', () => {
	const { drawing, sentence, table } = yearsChart(demo.value, nl);
	const ranges = drawing?.marks.filter((mark) => mark.kind === 'range') ?? [];

	test('has a range on the line, and the last one is that of the whole outcome', () => {
		const { p5, p25, p50, p75, p95 } = demo.value.net;
		expect(ranges.map(({ place }) => place)).toEqual(demo.value.years.map((_, place) => place));
		for (const [at, euros] of [p5, p25, p50, p75, p95].entries())
			expect(ranges.at(-1)?.quantiles[at]).toBeCloseTo(euros, 2);
	});

	test('says it in words: in the sentence, at the point and in the table', () => {
		const back = demo.value.yearRanges.at(6)?.cumulative;
		expect(demo.value.paybackYear).toBe(2033);
		expect(plain(sentence)).toContain('Aan het eind van 2033 is dat tussen');
		expect(back && back.p5 < 0 && back.p95 > 0).toBe(true);
		expect(plain(drawing?.series.at(-1)?.says[6] ?? '')).toMatch(
			/^2033, opgeteld vanaf het begin: .*, in 9 van de 10 uitkomsten tussen .* en /
		);
		expect(table?.columns.slice(-2)).toEqual([
			'blijft over, 9 van de 10 uitkomsten',
			'opgeteld, 9 van de 10 uitkomsten'
		]);
		for (const row of table?.rows ?? []) expect(row.at(-1)).toMatch(/^tussen/);
	});

	test('has no range where every number is one amount, and says none', () => {
		const one = valued(oneMeasure([{ id: 'gain', amount: 3 }]), 'all');
		const { drawing: sure, sentence: said } = yearsChart(one.value, nl);
		expect(sure?.marks.map(({ kind }) => kind)).toEqual(['line']);
		expect(said).not.toContain('9 van de 10');
	});
});
