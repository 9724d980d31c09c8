import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readImport, type ImportResult } from '#lib/importers/read-import.ts';
import type { ImportSettings, Surroundings } from '#lib/importers/settings.ts';

const shared = new URL('../../../shared/data/', import.meta.url);

function real(
	path: string,
	settings: ImportSettings = {},
	areas: Surroundings['areas'] = []
): ImportResult {
	const fileName = path.split('/').at(-1) ?? '';
	const bytes = readFileSync(new URL(path, shared));
	return readImport(bytes, settings, { fileName, areas, today: '2026-11-27' });
}

function value(result: ImportResult, area: string, indicator: string, period: string) {
	const found = result.observations.find(
		(one) => one.area === area && one.indicator === indicator && one.period === period
	);
	return found && (found.value ?? found.status);
}

describe('the Leefbaarometer', () => {
	test('all 12,147 neighbourhoods of 2024 with 13 figures each', () => {
		const result = real('leefbaarometer/lbm3_2024_buurten_nl_all.csv');
		expect(result.detected.source).toBe('leefbaarometer-3');
		expect(result.counts).toMatchObject({
			...{ rows: 12_147, areas: 12_147, observations: 157_911, withoutValue: 0 },
			problems: { file: 0, row: 0, warning: 0 }
		});
		expect(value(result, 'BU00140000', 'lbm.deviation', '2024')).toBe(0.189053);
		expect(value(result, 'BU00140001', 'lbm.class', '2024')).toBe(8);
		expect(value(result, 'BU00140001', 'lbm.class-relative', '2024')).toBe(7);
		expect(value(result, 'BU00140005', 'lbm.housing', '2024')).toBe(-0.00302126);
	});

	test('of a national file only the areas of one municipality, when somebody says so', () => {
		const settings = { municipality: 'GM0599' };
		const result = real('leefbaarometer/lbm3_2024_buurten_nl_all.csv', settings);
		expect(result.counts).toMatchObject({ areas: 77, observations: 77 * 13 });
		expect(result.municipalities).toHaveLength(342);
		expect(result.municipalities).toContainEqual({ code: 'GM0599', name: 'Rotterdam' });
	});

	test('336 neighbourhoods of four cities, and 342 municipalities', () => {
		const cities = real('leefbaarometer/lbm3_2024_buurten_rotterdam_utrecht_eindhoven_breda.csv');
		expect(cities.counts).toMatchObject({ rows: 336, observations: 336 * 13 });
		expect(cities.areas[0]?.name).toBe('Welgelegen, Den Hommel');
		const municipalities = real('leefbaarometer/lbm3_2024_gemeenten.csv');
		expect(municipalities.counts).toMatchObject({ rows: 342, observations: 342 * 13 });
		expect(municipalities.areas[0]).toEqual({ code: 'GM0014', name: 'Groningen' });
		expect(value(municipalities, 'GM0034', 'lbm.deviation', '2024')).toBe(-0.0821675);
	});

	test('1,664 rows of postcodes from 2002 to 2022, with NA and scientific notation', () => {
		const result = real('leefbaarometer/lbm3_pc4_2002-2022_official_extract.csv');
		expect(result.counts).toMatchObject({ rows: 1664, areas: 208, observations: 11_648 });
		expect(value(result, 'PC3011', 'lbm.score', '2002')).toBe(4.050903658229379);
		expect(value(result, 'PC3011', 'lbm.environment', '2002')).toBe('missing');
		expect(value(result, 'PC5694', 'lbm.environment', '2020')).toBe(-7.018187426534785e-4);
	});

	test('56 rows of districts; the column of line numbers is no figure', () => {
		const result = real('leefbaarometer/lbm3_wijken_amstelveen_2014-2022.csv');
		expect(result.counts).toMatchObject({ rows: 56, areas: 14, observations: 56 * 7 });
		expect(value(result, 'WK036201', 'lbm.score', '2014')).toBe(4.270599604867483);
	});

	test('classes and dimensions of version 2.0, in which rows end at their last value', () => {
		const classes = real('leefbaarometer/lbm2_pc4_klassen_2002-2018_official.csv');
		expect(classes.detected.source).toBe('leefbaarometer-2-classes');
		expect(classes.counts).toMatchObject({ rows: 4068, areas: 4068, observations: 4068 * 21 });
		expect(value(classes, 'PC1011', 'lbm.class', '2002')).toBe(7);
		expect(value(classes, 'PC1041', 'lbm.class', '2018')).toBe('missing');
		expect(value(classes, 'PC1021', 'lbm.development-class-2002', '2018')).toBe(7);
		const dimensions = real('leefbaarometer/lbm2_pc4_dimensies_2012-2018_official.csv');
		expect(dimensions.counts).toMatchObject({ rows: 4068, observations: 4068 * 24 });
		expect(value(dimensions, 'PC9999', 'lbm.residents', '2016')).toBe('missing');
		expect(value(dimensions, 'PC9999', 'lbm.environment', '2018')).toBe(-0.013);
		expect(new Set(dimensions.observations.map(({ version }) => version))).toEqual(
			new Set(['leefbaarometer-2.0'])
		);
	});

	test('390 municipalities and 50 districts in classes of version 2.0', () => {
		const municipalities = real('leefbaarometer/lbm2_gemeente_klassen_2002-2016.csv');
		expect(municipalities.counts).toMatchObject({ rows: 390, observations: 390 * 15 });
		expect(value(municipalities, 'GM0017', 'lbm.class', '2016')).toBe(9);
		const districts = real('leefbaarometer/lbm2_wijk_klassen_2002-2016.csv');
		expect(districts.counts).toMatchObject({ rows: 50, observations: 50 * 15 });
	});
});

describe('Statistics Netherlands', () => {
	test('113 areas of Rotterdam; a point is not published', () => {
		const result = real('cbs/kwb2025_rotterdam_wijken_buurten.csv');
		expect(result.detected.source).toBe('cbs-key-figures');
		expect(result.counts).toMatchObject({ rows: 113, areas: 113, observations: 113 * 18 });
		expect(value(result, 'GM0599', 'cbs.a_inw', '2025')).toBe(672_960);
		expect(value(result, 'BU05990113', 'cbs.g_afs_hp', '2025')).toBe(1.2);
		expect(value(result, 'BU05992705', 'cbs.a_inw', '2025')).toBe(0);
		const incomes = result.observations.filter(({ indicator }) => indicator === 'cbs.g_ink_pi');
		expect(incomes.every(({ status }) => status === 'not-published')).toBe(true);
		expect(incomes).toHaveLength(113);
	});

	test('the same areas with areas as columns and 117 topics, seven of them with an open `;`', () => {
		const result = real('cbs/kwb2025_rotterdam_statline_transposed_reconstructed.csv');
		expect(result.counts).toMatchObject({ areas: 113, observations: 113 * 117 });
		expect(result.counts.problems.row).toBe(0);
		expect(value(result, 'GM0599', 'cbs.bevolking|aantal inwoners', '2025')).toBe(672_960);
		expect(
			value(result, 'BU05992705', 'cbs.stedelijkheid|omgevingsadressendichtheid', '2025')
		).toBe(147);
	});

	test('579 rows of StatLine with padded codes and numbers', () => {
		const path = 'cbs/statline_SES_WOA_scores_per_wijk_en_buurt_25042023_160857.csv';
		const result = real(path);
		expect(result.counts).toMatchObject({ rows: 579, areas: 579, observations: 579 * 6 });
		const score = 'cbs.ses-woa/totaalscore/gemiddelde score (getal)';
		expect(value(result, 'GM0363', score, '2019')).toBe(-0.1);
		expect(value(result, 'BU03639801', score, '2019')).toBe('not-published');
		expect(result.indicators.find(({ key }) => key === score)?.unit).toBe('Getal');
	});

	test('codes with names: 14,823 neighbourhoods, 3,505 districts, 343 rows of municipalities', () => {
		expect(real('cbs/cbs_buurt2025_codes_namen.csv').counts.areas).toBe(14_823);
		const districts = real('cbs/cbs_wijk2025_codes_namen.csv');
		expect(districts.counts.areas).toBe(3505);
		expect(districts.areas.at(-1)?.code).toMatch(/^WK/);
		expect(districts.areas.find(({ code }) => code === 'WK0363TM')?.name).toBe('Gein');
		expect(real('cbs/cbs_gemeente2025_codes_namen.csv').areas[0]).toEqual({
			code: 'GM0014',
			name: 'Groningen'
		});
	});

	test('256 neighbourhoods of a file that somebody made of two sources', () => {
		const result = real('cbs/cbs_lbm_utrecht_amersfoort_buurten_2020.csv');
		expect(result.counts).toMatchObject({ rows: 256, observations: 256 * 11 });
		expect(value(result, 'BU03070100', 'aantal_inwoners', '2020')).toBe(710);
	});

	test('tables with only names are read with a list of areas, and never guessed', () => {
		const path = 'cbs/statline_Nabijheid_voorzieningen__buurt_2021_10022023_162519.csv';
		expect(real(path).counts).toMatchObject({ rows: 11, linesInError: 11, observations: 0 });
		const { areas } = real('cbs/cbs_wijk2025_codes_namen.csv');
		const result = real(path, { leaveOutWrongRows: true }, areas);
		expect(result.counts.observations).toBeGreaterThan(0);
		expect(result.counts.observations + result.counts.linesInError).toBe(11);
		const names = [{ code: 'GM0758', name: 'Breda' }, ...areas];
		const nuisance = real('cbs/politie_nuisance_breda_2022_statline_export.csv', {}, names);
		expect(nuisance.counts.rows).toBe(68);
		expect(nuisance.ready).toBe(false);
	});
});

describe('outlines', () => {
	test.each([
		['rotterdam', 77],
		['utrecht', 106],
		['eindhoven', 101],
		['breda', 52]
	])('the neighbourhoods of %s: %d', (city, count) => {
		const result = real(`geo/buurten_${city}.geojson`);
		expect(result.areas.filter(({ geometry }) => geometry)).toHaveLength(count);
		expect(result.problems.map(({ code }) => code)).toEqual(['figures-without-period']);
		const dated = real(`geo/buurten_${city}.geojson`, { period: '2024' });
		expect(dated.counts.observations).toBe(count * 2);
	});

	test('342 municipalities, with the figures of the map service', () => {
		const result = real('geo/gemeenten_nl_2024.geojson');
		expect(result.counts).toMatchObject({ areas: 342, observations: 684 });
		expect(value(result, 'GM0034', 'lbm.deviation', '2024')).toBe(-0.0821675);
	});
});
