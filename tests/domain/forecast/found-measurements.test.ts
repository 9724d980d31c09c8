import { describe, expect, test } from 'vitest';
import { foundMeasurements, type ObservedFigure } from '#lib/domain/forecast/found-measurements.ts';
import type { Measurement } from '#lib/domain/forecast/measurement.ts';
import { periodStart } from '#lib/domain/forecast/period.ts';

const forecast = {
	sealedAt: '2026-12-20T10:00:00.000Z',
	expectations: ['2028-10-01', '2030-10-01'].map((date) => ({
		...{ indicatorId: 'nuisance', date, owner: '', comparisonArea: 'Havenkwartier', stated: null }
	}))
};
const figure: ObservedFigure = {
	...{ indicatorId: 'nuisance', source: 'meldingen.csv', origin: 'file' },
	own: [
		{ period: '2026', value: 5.9 },
		{ period: '2027', value: 5.5 },
		{ period: '2028', value: 5.1 },
		{ period: '2029', value: null }
	],
	elsewhere: []
};
const find = (change: Partial<ObservedFigure> = {}, known: Measurement[] = []) =>
	foundMeasurements([{ ...figure, ...change }], forecast, known);

describe('of the observations of a figure', () => {
	test('those since the forecast was sealed are measurements, with the dates they answer', () => {
		expect(find().map(({ measurement, answers }) => [measurement.period, answers])).toEqual([
			['2027', []],
			['2028', ['2028-10-01']]
		]);
	});

	test('a missing value is no measurement, and neither is one of another figure', () => {
		expect(find().some(({ measurement }) => measurement.period === '2029')).toBe(false);
		expect(find({ indicatorId: 'other' }).every(({ answers }) => answers.length === 0)).toBe(true);
	});

	test('what is on record already is not found again; another value is found as its correction', () => {
		const [, second] = find();
		expect(find({}, [second!.measurement]).map(({ measurement }) => measurement.period)).toEqual([
			'2027'
		]);
		const typed = { ...second!.measurement, value: 5.3, explanation: 'Nieuwe wijkbeheerder.' };
		const corrected = find({}, [typed]).find(({ measurement }) => measurement.period === '2028')!;
		expect(corrected).toMatchObject({ before: 5.3, measurement: { value: 5.1 } });
		expect(corrected.measurement.explanation).toBe('Nieuwe wijkbeheerder.');
	});

	test('the comparison area comes along from where it stood when the forecast was sealed', () => {
		const elsewhere = [
			{ period: '2024', value: 6.6 },
			{ period: '2026', value: 6.2 },
			{ period: '2026-Q4', value: 9 },
			{ period: '2028', value: 6 }
		];
		const compared = find({ elsewhere });
		expect(compared.map(({ measurement }) => measurement.comparison)).toEqual([
			null,
			{ before: 6.2, after: 6 }
		]);
		const [, without] = find({ elsewhere: elsewhere.slice(3) });
		expect(without!.measurement.comparison).toBeNull();
	});
});

test.each([
	['2028', '2028-01-01'],
	['2028-Q1', '2028-01-01'],
	['2028-Q4', '2028-10-01'],
	['2028-09', '2028-09-01']
])('%s begins on %s', (period, day) => {
	expect(periodStart(period)).toBe(day);
});
