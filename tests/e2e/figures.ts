import type { APIRequestContext } from '@playwright/test';
import { packBatch } from '#lib/domain/area/figure-batch.ts';
import { readImport } from '#lib/importers/read-import.ts';

const areas = ['BU05990110', 'BU05990111', 'BU05990112', 'BU05990113'];

/** A neighbourhood as a square on a row of them. */
function square(code: string, place: number) {
	const [west, south] = [4.4 + place / 100, 51.9];
	const ring = [
		[0, 0],
		[0, 1],
		[1, 1],
		[1, 0],
		[0, 0]
	].map(([x = 0, y = 0]) => [west + x / 100, south + y / 100]);
	const properties = { bu_code: code, bu_naam: `Buurt ${place + 1}` };
	return { type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } };
}

const files: Readonly<Record<string, string>> = {
	'kaart.geojson': JSON.stringify({ type: 'FeatureCollection', features: areas.map(square) }),
	'leefbaarheid.csv': [
		'bu_code,bu_naam,jaar,kscore,kafw,afw,won,fys,vrz,soc,onv',
		...areas.flatMap((code, place) =>
			[2022, 2024].map((year) => {
				const parts = [0.02, -0.01, 0.3, -0.05, -0.1 - place / 20 + (year - 2022) / 50];
				const sum = parts.reduce((total, part) => total + part, 0).toFixed(3);
				return [code, `Buurt ${place + 1}`, year, 6, 5, sum, ...parts].join(',');
			})
		)
	].join('\n'),
	'meldingen.csv':
		'buurtcode;indicator;2022;2023;2024;2025\nBU05990110;Overlastmeldingen per 100 woningen;6,1;6,8;;7,4\n'
};

/** Puts invented figures of four neighbourhoods into a workshop, as the import dialog does. */
export async function giveFigures(request: APIRequestContext, workshopId: string): Promise<void> {
	for (const [fileName, text] of Object.entries(files)) {
		const surroundings = { fileName, today: '2026-11-27', areas: [] };
		const {
			areas: found,
			indicators,
			observations,
			detected,
			ready
		} = readImport(new TextEncoder().encode(text), {}, surroundings);
		if (!ready) throw new Error(`${fileName} cannot be imported.`);
		const batch = packBatch({
			...{ fileName, areas: found, indicators, observations, vintage: null },
			...{ source: detected.source ?? '', fileHash: '0f'.repeat(32) }
		});
		const answer = await request.post(`/api/workshops/${workshopId}/figures`, { data: { batch } });
		if (!answer.ok()) throw new Error(await answer.text());
	}
}
