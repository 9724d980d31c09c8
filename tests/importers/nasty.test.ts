import { describe, expect, test } from 'vitest';
import { importText, largeFile, linesOf, nasty, saidOf, valuesOf } from './reading.ts';

const good = [14, 19, 1.84, 31, 6.2, 212.5];

describe('bytes and layout', () => {
	test.each([
		['00_goed_long_puntkomma.csv', 'utf-8'],
		['03_utf8_bom.csv', 'utf-8'],
		['07_excel_sep_regel.csv', 'utf-8'],
		['08_bom_plus_sep_regel.csv', 'utf-8'],
		['29_geen_regeleinde_aan_eind.csv', 'utf-8']
	])('%s gives its six values', (name, encoding) => {
		const result = nasty(name);
		expect(result.ready).toBe(true);
		expect(valuesOf(result)).toEqual(good);
		expect(result.detected).toMatchObject({ encoding, delimiter: ';', decimalMark: ',' });
		expect(result.detected.columns[0]?.header).toBe('buurtcode');
		expect(saidOf(result)).toEqual([]);
	});

	test('01 semicolons with decimal commas and negative numbers', () => {
		const result = nasty('01_puntkomma_decimaalkomma.csv');
		expect(linesOf(result).slice(0, 3)).toEqual([
			'BU05990320 2024 lbm 3.9871',
			'BU05990320 2024 afw -0.1152',
			'BU05990320 2024 huurachterstand_pct 1.84'
		]);
		expect(result.observations).toHaveLength(9);
	});

	test('02 commas with decimal points; a comma between quotes belongs to the name', () => {
		const result = nasty('02_komma_decimaalpunt.csv');
		expect(result.counts.rows).toBe(2);
		expect(result.areas[0]).toEqual({ code: 'BU03440111', name: 'Hofwijk, Den Voorbeeld' });
		expect(valuesOf(result)).toEqual([4.1234, 0.0456789, 4.2111, 0.1333]);
	});

	test('04 text that is not UTF-8 is windows-1252', () => {
		const result = nasty('04_windows1252.csv');
		expect(result.detected.encoding).toBe('windows-1252');
		expect(result.areas.map(({ name }) => name)).toEqual([
			'Fryslân – Súd',
			'Chassé',
			"Cité 'n Plein"
		]);
		expect(valuesOf(result)).toEqual([4, 7, 1204.5]);
	});

	test('05 UTF-16 with tabs is decoded by its byte order mark', () => {
		const result = nasty('05_utf16le_bom_tab.txt');
		expect(result.detected).toMatchObject({ encoding: 'utf-16le', delimiter: '\t' });
		expect(result.areas[0]?.name).toBe('Chassé');
		expect(valuesOf(result)).toEqual([12.5, 8]);
	});

	test('06 text that was encoded twice is refused, and repaired when somebody asks', () => {
		const name = '06_mojibake_dubbel_gecodeerd.csv';
		expect(saidOf(nasty(name))).toEqual(['garbled-text']);
		expect(nasty(name).ready).toBe(false);
		const repaired = nasty(name, { repairText: true, period: '2024' });
		expect(repaired.detected.columns[0]?.header).toBe('buurtcode');
		expect(repaired.areas.map(({ name: area }) => area)).toEqual(['Chassé', 'Fryslân']);
		expect(valuesOf(repaired)).toEqual([6200, 3]);
	});

	test('16 quotes, semicolons and line ends inside cells; a stray quote is told with its line', () => {
		const result = nasty('16_quotes_en_regeleinden.csv');
		expect(valuesOf(result)).toEqual([14, 31, 9, 11]);
		expect(saidOf(result)).toEqual(['stray-quote@8']);
	});

	test('17 a quote that is never closed is an error of the file, with the line', () => {
		const result = nasty('17_ongesloten_quote.csv');
		expect(saidOf(result)).toEqual(['unclosed-quote@2']);
		expect([result.ready, result.observations]).toEqual([false, []]);
	});

	test('25 rows that are too short or too long are errors; blank rows are skipped', () => {
		const result = nasty('25_rafelige_rijen.csv');
		expect(saidOf(result)).toEqual(['row-too-short@2', 'row-too-long@3']);
		expect([result.ready, result.observations]).toEqual([false, []]);
		const rest = nasty('25_rafelige_rijen.csv', { leaveOutWrongRows: true });
		expect(linesOf(rest)).toEqual(['BU05990322 2024-Q1 overlastmeldingen 9']);
	});

	test.each([
		['26_alleen_kop.csv', 'header-only@1'],
		['27_leeg.csv', 'empty'],
		['30_is_eigenlijk_xlsx.csv', 'is-spreadsheet'],
		['31_is_eigenlijk_html.csv', 'is-web-page'],
		['32_nul_bytes.csv', 'is-binary']
	])('%s is refused: %s', (name, reason) => {
		const result = nasty(name);
		expect(saidOf(result)).toEqual([reason]);
		expect([result.ready, result.observations, result.areas]).toEqual([false, [], []]);
	});

	test('28 every kind of line end ends a line', () => {
		expect(valuesOf(nasty('28_gemengde_regeleinden.csv'))).toEqual([14, 31, 9]);
	});

	test('33 characters that nobody sees do not change codes, periods or numbers', () => {
		const result = nasty('33_onzichtbare_tekens.csv');
		expect(linesOf(result)).toEqual([
			'BU05990320 2024-Q1 overlastmeldingen -14.5',
			'BU05990321 2024-Q1 overlastmeldingen 31000'
		]);
		expect(result.areas[0]?.name).toBe('Delfshaven');
	});

	test('38 commas in sentences do not make a comma the delimiter', () => {
		const result = nasty('38_delimiter_val.csv');
		expect(result.detected.delimiter).toBe(';');
		expect(saidOf(result)).toEqual(['no-values']);
	});

	test('40 a hundred thousand rows are read, all of them', () => {
		const result = importText(largeFile());
		expect(result.ready).toBe(true);
		expect(result.counts).toMatchObject({ rows: 100_000, observations: 100_000, areas: 261 });
	});

	test('41 an enormous cell is an error of its row', () => {
		const head = 'buurtcode;buurtnaam;periode;indicator;waarde;eenheid;toelichting';
		const row = 'BU05990320;Delfshaven;2024-Q1;overlastmeldingen;14;aantal;';
		const result = importText(`${head}\r\n${row}${'x'.repeat(300_000)}\r\n`);
		expect(saidOf(result)).toEqual(['cell-too-long@2']);
		expect(result.ready).toBe(false);
	});

	test('42 five hundred columns are read once the period is said', () => {
		expect(saidOf(nasty('42_500_kolommen.csv'))).toEqual(['no-period']);
		const result = nasty('42_500_kolommen.csv', { period: '2024' });
		expect(result.counts).toMatchObject({ rows: 1, observations: 499 });
		expect(linesOf(result)[498]).toBe('BU05990320 2024 k499 499');
	});
});

describe('headers', () => {
	test('09 without a code of the area nothing is read', () => {
		const result = nasty('09_ontbrekende_kolommen.csv');
		expect(saidOf(result)).toEqual(['no-area-column']);
		expect(result.ready).toBe(false);
	});

	test('10 other names of columns are understood', () => {
		const result = nasty('10_extra_en_andere_kolomnamen.csv');
		expect(linesOf(result)).toEqual([
			'BU05990320 2024-Q1 aantal overlast meldingen 14',
			'BU05990321 2024-Q1 aantal overlast meldingen 31'
		]);
		expect(result.detected.columns.map(({ role }) => role)).toEqual([
			...['area-code', 'area-name', 'period', 'figure', 'ignore']
		]);
	});

	test('12 two columns with one name are refused', () => {
		expect(saidOf(nasty('12_dubbele_kolomnamen.csv'))).toEqual(['duplicate-header@1']);
	});

	test('37 headers that name parts of every object change nothing', () => {
		const before = Object.getOwnPropertyNames(Object.prototype);
		const result = nasty('37_prototype_pollution_kop.csv', { period: '2024' });
		expect(linesOf(result)).toEqual(['BU05990320 2024 waarde 14']);
		expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});

	test('39 personal columns stay behind, and somebody must have read that', () => {
		const result = nasty('39_privacy_kolommen.csv');
		expect(result.problems).toEqual([
			{
				severity: 'file',
				code: 'personal-columns',
				line: undefined,
				values: {
					names: 'naam_melder, bsn, geboortedatum, telefoon, adres, postcode, omschrijving'
				}
			}
		]);
		expect(result.detected.sample).toEqual([['1', '05-03-2024', 'BU05990320']]);
		const counted = nasty('39_privacy_kolommen.csv', { personalColumnsSeen: true });
		expect(linesOf(counted)).toEqual(['BU05990320 2024-Q1 39 privacy kolommen 1']);
		expect(JSON.stringify(counted)).not.toMatch(/Voorbeeld|0612345678|Dorpsstraat|buurvrouw/);
	});
});
