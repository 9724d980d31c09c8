import { describe, expect, test } from 'vitest';
import { linesOf, nasty, saidOf, valuesOf } from './reading.ts';

describe('values', () => {
	test('11 the same twice is dropped with a notice, two values for one thing are errors', () => {
		const result = nasty('11_dubbele_sleutels.csv');
		expect(saidOf(result)).toEqual([
			'same-twice@3',
			'conflicting-values@4',
			'conflicting-values@5'
		]);
		expect(result.problems.map(({ values }) => values?.first)).toEqual([2, 2, 2]);
		expect(result.ready).toBe(false);
		expect(nasty('11_dubbele_sleutels.csv', { leaveOutWrongRows: true }).observations).toEqual([]);
	});

	test('13 numbers are read in the notation of their file', () => {
		const result = nasty('13_duizendpunten_en_valuta.csv');
		expect(result.detected.decimalMark).toBe(',');
		expect(valuesOf(result)).toEqual([
			...[7215, 12345.67, 281000, 58, 7040, -1200, 254000, 57],
			...[6995, 1234567.89, 249000, 0.6, 1234, null, null, null]
		]);
		expect(result.observations.slice(-3).map(({ status }) => status)).toEqual([
			...['missing', 'missing', 'suppressed']
		]);
		expect(saidOf(result)).toEqual(['mixed-scale@4']);
	});

	test('14 days are read day first, never as a guess of the program', () => {
		const result = nasty('14_datums_dd-mm-jjjj.csv');
		expect(saidOf(result)).toEqual([
			...['two-digit-year@7', 'excel-date@8', 'bad-date@9', 'bad-date@10', 'bad-date@11'],
			'bad-date@13'
		]);
		expect(result.problems[1]?.values).toEqual({ day: '2024-03-05' });
		const rest = nasty('14_datums_dd-mm-jjjj.csv', { leaveOutWrongRows: true, eventsPer: 'month' });
		expect(linesOf(rest)).toEqual([
			'BU05990320 2024-02 14 datums dd mm jjjj 2',
			'BU05990321 2023-12 14 datums dd mm jjjj 1',
			'BU05990321 2024-03 14 datums dd mm jjjj 1',
			'BU05990322 2024-03 14 datums dd mm jjjj 4'
		]);
	});

	test('15 sixteen ways to write a period', () => {
		const result = nasty('15_periodes_door_elkaar.csv');
		const wrong = result.problems.filter(({ code }) => code === 'bad-period');
		expect(wrong.map(({ line, values }) => [line, values?.reason])).toEqual([
			[15, 'week'],
			[16, 'range'],
			[17, 'range']
		]);
		expect(saidOf(result)).toContain('mixed-periods');
		const rest = nasty('15_periodes_door_elkaar.csv', { leaveOutWrongRows: true });
		expect(rest.observations.map(({ period, value }) => [period, value])).toEqual([
			['2024', 14],
			['2024-Q1', 3],
			['2024-Q2', 4],
			['2024-Q3', 5],
			['2024-Q4', 2],
			['2024-05', 1],
			['2024-01', 1]
		]);
	});

	test('18 formulas are text, numbers with a minus are numbers', () => {
		const result = nasty('18_formule_injectie.csv');
		expect(valuesOf(result)).toEqual([14, -3, -0.25, 5, 6]);
		expect(result.areas.map(({ name }) => name)).toEqual([
			...['=1+1', '+31 6 12345678', '-Tussendijken', 'Spangen', 'Nieuwe Westen']
		]);
	});

	test('19 codes that a spreadsheet spoiled get their zeros and prefix back', () => {
		const result = nasty('19_excel_verminkte_codes.csv', { period: '2024' });
		expect(saidOf(result)).toEqual(['conflicting-values@3', 'conflicting-values@4', 'bad-code@6']);
		expect(result.problems[0]?.values).toMatchObject({ first: 2, area: 'BU05990320' });
		expect(result.problems[2]?.values).toEqual({ found: '3,44E+06' });
		const settings = { period: '2024', leaveOutWrongRows: true };
		expect(linesOf(nasty('19_excel_verminkte_codes.csv', settings))).toEqual([
			'BU03440111 2024 waarde 17',
			'WK036300 2024 waarde 19',
			'BU0363AF01 2024 waarde 20'
		]);
	});

	test('20 a missing number is missing for its own reason, and 0 is 0', () => {
		const result = nasty('20_ontbrekende_waarden.csv');
		expect(saidOf(result)).toEqual(['bad-number@14', 'bad-number@15']);
		const rest = nasty('20_ontbrekende_waarden.csv', { leaveOutWrongRows: true });
		expect(rest.observations.map(({ value, status }) => value ?? status)).toEqual([
			...['missing', 'not-published', 'missing', 'missing', 'missing', 'missing'],
			...['not-published', 'not-published', 'missing', 'missing', 'suppressed', 'missing', 0]
		]);
	});

	test('21 years as columns become a value per year', () => {
		const result = nasty('21_breed_jaren_als_kolommen.csv');
		expect(result.counts).toMatchObject({ observations: 15, withoutValue: 1 });
		expect(linesOf(result)[4]).toBe('BU05990320 2024 mutatiegraad 5.8');
		expect(linesOf(result)[11]).toBe('BU05990321 2021 mutatiegraad missing');
	});

	test('22 complexes are only added up as somebody says', () => {
		const name = '22_breed_indicatoren_als_kolommen.csv';
		expect(saidOf(nasty(name))).toEqual(['needs-aggregation']);
		const how = new Map([['reacties_gem', 'leave-out' as const]]);
		const columns = nasty(name).detected.columns;
		const result = nasty(name, {
			aggregate: columns.map(({ header }, place) => [place, how.get(header) ?? 'sum'])
		});
		expect(linesOf(result)).toEqual([
			'BU05990320 2024-03 vhe 280',
			'BU05990320 2024-03 overlastmeldingen 20',
			'BU05990320 2024-03 mutaties 4',
			'BU05990320 2024-03 huurachterstand_eur 16546.77',
			'BU05990321 2024-03 vhe 310',
			'BU05990321 2024-03 overlastmeldingen 31',
			'BU05990321 2024-03 mutaties 7',
			'BU05990321 2024-03 huurachterstand_eur 28940',
			'BU05990321 2024-06 vhe 308',
			'BU05990321 2024-06 overlastmeldingen 27',
			'BU05990321 2024-06 mutaties 5',
			'BU05990321 2024-06 huurachterstand_eur 30112.35'
		]);
		expect(saidOf(result)).toEqual(['stock-dates', 'added-up']);
	});

	test('23 a table of StatLine with areas as columns is turned', () => {
		const result = nasty('23_transposed_statline.csv');
		expect(result.detected.source).toBe('statline-transposed');
		expect(result.counts).toMatchObject({ observations: 12, withoutValue: 5, areas: 4 });
		expect(linesOf(result).slice(0, 3)).toEqual([
			'GM0599 2025 cbs.bevolking|aantal inwoners 650000',
			'GM0599 2025 cbs.bevolking|particuliere huishoudens|gemiddelde huishoudensgrootte 2.1',
			"GM0599 2025 cbs.personenauto's; brandstof benzine 150000"
		]);
		expect(linesOf(result).at(-1)).toContain('not-published');
		expect(result.areas[2]).toEqual({ code: 'BU05990320', name: 'Delfshaven' });
	});

	test('24 titles, totals and footnotes are no figures', () => {
		const result = nasty('24_titelregels_totaalregel_voetnoot.csv');
		expect(result.detected.headerLine).toBe(4);
		expect(valuesOf(result)).toEqual([14, 3, 31, 7]);
		expect(saidOf(result)).toEqual(['total-row@7', 'note-row@9', 'period-proposed']);
		expect(result.observations[0]?.period).toBe('2024-Q1');
	});

	test('36 what cannot be is an error with its reason', () => {
		const result = nasty('36_uitbijters_en_type_fouten.csv');
		expect(result.counts.linesInError).toBe(7);
		expect(result.ready).toBe(false);
		expect(saidOf(result)).toEqual([
			...['out-of-range@2', 'out-of-range@2', 'out-of-range@3', 'out-of-range@3'],
			...['out-of-range@3', 'far-period@4', 'bad-period@5', 'out-of-range@6', 'bad-number@6'],
			...['bad-number@6', 'bad-number@7', 'out-of-range@8', 'bad-number@8', 'bad-number@8']
		]);
	});
});

describe('areas', () => {
	const known = [
		{ code: 'GM0599', name: 'Rotterdam' },
		{ code: 'WK059903', name: 'Delfshaven' },
		{ code: 'BU05990320', name: 'Delfshaven' },
		{ code: 'WK059915', name: 'Pernis' },
		{ code: 'BU05991592', name: 'Pernis' },
		{ code: 'BU05990324', name: 'Nieuwe Westen' },
		{ code: 'WK001400', name: 'Centrum' },
		{ code: 'WK059901', name: 'Centrum' }
	];

	test('34 a name that may be two areas is never guessed', () => {
		const result = nasty('34_naam_dubbelzinnig_zonder_code.csv', {}, known);
		expect(saidOf(result)).toEqual([
			...['ambiguous-area@2', 'ambiguous-area@5', 'ambiguous-area@6', 'unknown-area-name@7']
		]);
		expect(result.problems[0]?.values?.codes).toBe('WK059903, BU05990320');
		const settings = { leaveOutWrongRows: true };
		const rest = nasty('34_naam_dubbelzinnig_zonder_code.csv', settings, known);
		expect(linesOf(rest)).toEqual(['WK059903 2024 waarde 120', 'BU05990320 2024 waarde 14']);
	});

	test('34 without a list of areas no name is known', () => {
		const result = nasty('34_naam_dubbelzinnig_zonder_code.csv');
		expect(result.problems.every(({ code }) => code === 'unknown-area-name')).toBe(true);
		expect(result.ready).toBe(false);
	});

	test('35 the version is part of the key; a code that is not known is told and kept', () => {
		const result = nasty('35_verouderde_codes_en_versies.csv', {}, known);
		expect(
			result.observations.map(({ area, period, version, value }) => [area, period, version, value])
		).toEqual([
			['BU05990320', '2020', 'leefbaarometer-3.0', 4],
			['BU05990320', '2018', 'leefbaarometer-2.0', 5],
			['BU05990320', '2018', 'leefbaarometer-3.0', 4],
			['GM0457', '2020', 'leefbaarometer-3.0', 6],
			['BU99999999', '2024', 'leefbaarometer-3.0', 5]
		]);
		expect(saidOf(result)).toEqual(['unknown-area-code@5', 'unknown-area-code@6']);
		expect(result.ready).toBe(true);
	});
});
