import { readFileSync } from 'node:fs';
import { readImport, type ImportResult } from '#lib/importers/read-import.ts';
import type { ImportSettings, Surroundings } from '#lib/importers/settings.ts';

const folder = new URL('../fixtures/nasty/', import.meta.url);

export const surroundings: Surroundings = { fileName: 'file.csv', today: '2026-11-27', areas: [] };

/** Imports one of the files with traps, by the number in front of its name. */
export function nasty(
	name: string,
	settings: ImportSettings = {},
	areas: Surroundings['areas'] = []
): ImportResult {
	const bytes = readFileSync(new URL(name, folder));
	return readImport(bytes, settings, { ...surroundings, fileName: name, areas });
}

/** Imports text as a program would write it. */
export function importText(text: string, settings: ImportSettings = {}): ImportResult {
	return readImport(new TextEncoder().encode(text), settings, surroundings);
}

/** The values in the order of the file. */
export function valuesOf({ observations }: ImportResult): (number | null)[] {
	return observations.map(({ value }) => value);
}

/** What is wrong or deserves a look, as `code@line`. */
export function saidOf({ problems }: ImportResult): string[] {
	return problems.map(({ code, line }) => (line === undefined ? code : `${code}@${line}`));
}

/** `area period indicator value`, to compare at a glance. */
export function linesOf({ observations }: ImportResult): string[] {
	return observations.map(
		({ area, period, indicator, value, status }) =>
			`${area} ${period} ${indicator} ${value ?? status}`
	);
}

/** A hundred thousand rows of a registration: neighbourhoods by month with four indicators. */
export function largeFile(rows = 100_000): string {
	const indicators = [
		'overlastmeldingen',
		'mutaties',
		'huurachterstand_pct',
		'reacties_per_woning'
	];
	const lines = ['\ufeffbuurtcode;periode;indicator;waarde;eenheid'];
	for (let row = 0; row < rows; row += 1) {
		const month = Math.floor(row / 4) % 96;
		const area = `BU0599${String(1 + Math.floor(row / 384)).padStart(4, '0')}`;
		const period = `${2018 + Math.floor(month / 12)}-${String(1 + (month % 12)).padStart(2, '0')}`;
		const value = row % 4 === 2 ? `${row % 7},${10 + (row % 90)}` : String(row % 60);
		lines.push(
			`${area};${period};${indicators[row % 4]};${value};${row % 4 === 2 ? '%' : 'aantal'}`
		);
	}
	return `${lines.join('\r\n')}\r\n`;
}
