import { describe, expect, test } from 'vitest';
import { readImport } from '#lib/importers/read-import.ts';
import { importText, linesOf, saidOf, surroundings } from './reading.ts';

function importGeojson(value: unknown, settings = {}) {
	const bytes = new TextEncoder().encode(JSON.stringify(value));
	return readImport(bytes, settings, { ...surroundings, fileName: 'kaart.geojson' });
}

const square = [
	[
		[4, 52],
		[4.1, 52],
		[4.1, 52.1],
		[4, 52]
	]
];

function feature(properties: object, coordinates: unknown = square) {
	return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates } };
}

describe('open data of Statistics Netherlands', () => {
	test('a row per measure is read with its measure as indicator', () => {
		const result = importText(
			'Measure,WijkenEnBuurten,Perioden,Value\nM000114,BU05990320,2024JJ00,12.5\nM000114,GM0599    ,2024JJ00,\n'
		);
		expect(result.detected.source).toBe('cbs-long');
		expect(linesOf(result)).toEqual([
			'BU05990320 2024 m000114 12.5',
			'GM0599 2024 m000114 missing'
		]);
	});
});

describe('a map', () => {
	const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });

	test('gives areas with their outline, and figures of the map service for their year', () => {
		const result = importGeojson(
			collection(
				feature({ bu_code: 'BU05990110', bu_naam: 'Stadsdriehoek', kscore: 8, jaar: 2024 })
			)
		);
		expect(result.areas).toEqual([
			{
				code: 'BU05990110',
				name: 'Stadsdriehoek',
				geometry: { type: 'Polygon', coordinates: square }
			}
		]);
		expect(linesOf(result)).toEqual(['BU05990110 2024 lbm.class 8']);
	});

	test('in metres instead of degrees is refused per area', () => {
		const metres = [
			[
				[92_000, 437_000],
				[92_100, 437_000],
				[92_100, 437_100],
				[92_000, 437_000]
			]
		];
		const result = importGeojson(collection(feature({ bu_code: 'BU05990110' }, metres)));
		expect(saidOf(result)).toEqual(['bad-geometry@1']);
		expect(result.ready).toBe(false);
	});

	test('without codes, and JSON that is no map, are refused', () => {
		expect(saidOf(importGeojson(collection(feature({ name: 'x' }))))).toEqual(['bad-code@1']);
		expect(saidOf(importGeojson({ type: 'Topology' }))).toEqual(['no-areas']);
		expect(saidOf(importText('{"type": "FeatureCollection", "features": ['))).toEqual(['bad-json']);
	});

	test('a key named __proto__ changes nothing', () => {
		const result = importText(
			'{"type":"FeatureCollection","features":[{"properties":{"__proto__":{"polluted":1},"bu_code":"BU05990110"}}]}'
		);
		expect(saidOf(result)).toEqual(['bad-geometry@1']);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

describe('what somebody chooses goes before what is detected', () => {
	const text = 'gebied x;wanneer;aantal\nBU05990320;2024;1.234\n';

	test('the roles of columns', () => {
		expect(saidOf(importText(text))).toContain('no-area-column');
		const roles = [
			[0, 'area-code'],
			[1, 'period']
		] as const;
		expect(linesOf(importText(text, { roles }))).toEqual(['BU05990320 2024 aantal 1234']);
		expect(saidOf(importText(text, { roles }))).toEqual(['ambiguous-decimals']);
		expect(linesOf(importText(text, { roles, decimalMark: '.' }))).toEqual([
			'BU05990320 2024 aantal 1.234'
		]);
	});

	test('the header line, the delimiter and the encoding', () => {
		const titled = 'buurtcode;oud;kop\nbuurtcode;periode;aantal\nBU05990320;2024;5\n';
		expect(linesOf(importText(titled, { headerLine: 2 }))).toEqual(['BU05990320 2024 aantal 5']);
		expect(saidOf(importText(titled, { headerLine: 9 }))).toEqual(['no-header@9']);
		expect(saidOf(importText(titled, { delimiter: ',' }))).toEqual(['no-area-column']);
		expect(saidOf(importText('buurtcode;a\nBU05990320;1', { encoding: 'utf-16le' }))).not.toEqual(
			[]
		);
	});
});

test('a unit in brackets behind the name of a column is its unit', () => {
	const result = importText(
		'buurtcode;periode;Rapportcijfer (1-10);Leegstand (%);(leeg)\nBU05990320;2024;7;3;1\n'
	);
	expect(result.indicators.map(({ name, unit }) => [name, unit])).toEqual([
		['Rapportcijfer', '1-10'],
		['Leegstand', '%'],
		['(leeg)', '']
	]);
});

test('a few codes that nobody knows are told one by one, many as what they are: other areas', () => {
	const file = (count: number) => {
		const rows = Array.from({ length: count }, (_, place) => `BU0599${1000 + place};2024;${place}`);
		return new TextEncoder().encode(['buurtcode;periode;meldingen', ...rows].join('\n'));
	};
	const areas = [{ code: 'BU05990110', name: 'Stadsdriehoek' }];
	const said = (count: number) => saidOf(readImport(file(count), {}, { ...surroundings, areas }));
	expect(said(2)).toEqual(['unknown-area-code@2', 'unknown-area-code@3']);
	expect(said(30)).toEqual(['other-areas']);
});
