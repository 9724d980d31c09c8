import { describe, expect, test } from 'vitest';
import { coverageChart, realisedChart } from '#lib/charts/record.ts';
import { calibrate } from '#lib/domain/forecast/calibration.ts';
import type { Expectation } from '#lib/domain/forecast/expectation.ts';
import { en, nl, plain } from './valued.ts';

/** Outcomes of expectations from 10 to 14: the first few inside the band, the others at a quarter. */
function outcomes(count: number, inside: number, more: Partial<Expectation> = {}): Expectation[] {
	return Array.from({ length: count }, (_, index) => ({
		...{ id: `e${index}`, dimension: 'safety', measureType: 'enforcement', evidenceLevel: 2 },
		...{ baseline: 10, low: 12, likely: 14, high: 16, confidence: 0.8, autonomousChange: 0 },
		...{ measured: index < inside ? 13 : 11, date: '2026-01-01' },
		...more
	}));
}

const twelveAndFour = calibrate([
	...outcomes(12, 3),
	...outcomes(4, 4, { dimension: 'housing', measureType: 'renovation', evidenceLevel: 3 })
]);

describe('the record of an organisation on screen', () => {
	test('says which part came, between which ends, over all and per group of ten or more', () => {
		const { title, sentence, drawing, table } = realisedChart(twelveAndFour, nl);
		expect(title).toBe('Van de verwachte verandering kwam 47%.');
		expect(plain(sentence)).toMatch(/tussen \d+% en \d+%\. Het rust op 16 uitkomsten/);
		const names = drawing?.places.kind === 'named' ? drawing.places.names : [];
		expect(names.slice(0, 3)).toEqual([
			'Alle verwachtingen',
			'Thema: Veiligheid',
			'Maatregel: Handhaving'
		]);
		const intervals = drawing?.marks.filter(({ kind }) => kind === 'interval');
		expect(intervals).toHaveLength(4);
		expect(table?.rows).toHaveLength(7);
	});

	test('says of a group below ten that it is too few, and gives no figure of it', () => {
		for (const chart of [realisedChart(twelveAndFour, nl), coverageChart(twelveAndFour, nl)]) {
			const few = chart.table?.rows.filter(([, n]) => n === '4') ?? [];
			expect(few).toHaveLength(3);
			for (const [, , first, ...rest] of few) {
				expect(first).toBe('te weinig');
				expect(rest.join('')).toBe('');
			}
		}
	});

	test('holds how often the band held beside how sure people said they were', () => {
		const { title, drawing, table } = coverageChart(twelveAndFour, en);
		expect(title).toBe(
			'44% of the measurements lay in the band; 80% was said. The bands were too narrow.'
		);
		const [inside, stated] = drawing?.series ?? [];
		expect(inside?.values[0]).toBe(7 / 16);
		expect(stated?.values[0]).toBeCloseTo(0.8, 12);
		// Width 4, plus ten times the miss of 1 for nine of sixteen.
		expect(table?.rows[0]).toEqual(['All expectations', '16', '44%', '80%', '9.625']);
	});

	test('calls bands that held as often as was said fitting, and those that nearly always held wide', () => {
		expect(coverageChart(calibrate(outcomes(20, 16)), en).title).toContain('That fits.');
		expect(coverageChart(calibrate(outcomes(40, 40)), en).title).toContain('narrower');
	});

	test('says below ten outcomes only that they are too few', () => {
		const few = calibrate(outcomes(9, 3));
		const charts = [realisedChart(few, nl), coverageChart(few, nl)];
		expect(charts.map(({ title }) => title)).toEqual([
			'9 uitkomsten: te weinig om te zeggen welk deel kwam.',
			'9 uitkomsten: te weinig om te zeggen hoe goed de banden waren.'
		]);
		for (const { drawing } of charts) expect(drawing).toBeUndefined();
	});
});
