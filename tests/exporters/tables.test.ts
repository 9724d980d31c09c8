import * as fc from 'fast-check';
import Papa from 'papaparse';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { resultsOf, resultsText } from '#lib/components/report/results.ts';
import { serialiseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { csvText } from '#lib/exporters/csv.ts';
import { asPlainText, type Table } from '#lib/exporters/table.ts';
import { allTables } from '#lib/exporters/tables.ts';
import { workbook } from '#lib/exporters/xlsx/workbook.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { run } from '../../src/cli/run.ts';
import { keepingTerminal } from '../cli/terminal.ts';
import { demoFile } from '../components/results/demo.ts';
import { tongueOf } from '../components/report/papers.ts';
import { filesInZip } from '../components/report/zip.ts';
import { attacks, runs } from './spreadsheet.ts';

const { t } = await tongueOf('nl');
const file = demoFile();
const results = await resultsOf(file, async () => undefined);
const tables = allTables(file, results, t);

const tableOf = (id: string): Table => tables.find((table) => table.id === id)!;
const readCsv = (text: string, delimiter: string) =>
	Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true }).data;

describe('tables as CSV', () => {
	test('open in a Dutch spreadsheet: a mark for UTF-8, semicolons and decimal commas', () => {
		const text = csvText(
			{ id: 'x', title: 'x', columns: ['a', 'b'], rows: [['é', -1234.5]] },
			'nl'
		);
		expect(text).toBe('\uFEFFa;b\r\né;"-1234,5"\r\n');
		expect(csvText({ id: 'x', title: 'x', columns: ['a'], rows: [[0.25]] }, 'en')).toBe(
			'\uFEFFa\r\n0.25\r\n'
		);
	});

	test('give every cell back when a library reads them', () => {
		for (const [language, delimiter, comma] of [
			['nl', ';', ','],
			['en', ',', '.']
		] as const) {
			for (const table of tables) {
				const read = readCsv(csvText(table, language), delimiter);
				expect(read[0]).toEqual(table.columns);
				expect(read.length).toBe(table.rows.length + 1);
				table.rows.forEach((row, place) =>
					row.forEach((cell, column) => {
						const text = read[place + 1]![column]!;
						if (typeof cell === 'number') expect(Number(text.replace(comma, '.'))).toBe(cell);
						if (typeof cell === 'string') expect(text).toBe(asPlainText(cell));
						if (cell === null) expect(text).toBe('');
					})
				);
			}
		}
	});
});

describe('the workbook', () => {
	test('has a sheet per table, with numbers as numbers, when a library reads it', async () => {
		const blob = await workbook(tables);
		const sheets = await readXlsxFile(Buffer.from(await blob.arrayBuffer()));
		expect(sheets.map(({ sheet }) => sheet)).toEqual(tables.map(({ title }) => title));
		sheets.forEach(({ data }, place) => {
			const { columns, rows } = tables[place]!;
			expect(data[0]).toEqual(columns);
			rows.forEach((row, at) =>
				row.forEach((cell, column) => {
					const read = data[at + 1]?.[column] ?? null;
					// A reader takes blanks around a text away; a spreadsheet shows no difference.
					const written = typeof cell === 'string' ? asPlainText(cell).trim() || null : cell;
					expect(read).toEqual(written);
				})
			);
		});
		for (const [name, content] of await filesInZip(blob))
			if (name.includes('worksheets')) expect(content).not.toContain('<f>');
	});

	test('holds every record of the example', () => {
		expect(tableOf('parties').rows.length).toBe(file.parties.length);
		expect(tableOf('effects').rows.length).toBe(file.effects.length);
		expect(tableOf('contributions').rows.length).toBe(
			file.measures.flatMap((measure) => measure.contributions).length
		);
		expect(tableOf('results').rows.length).toBe(file.scenarios.length + 1);
	});
});

/** Puts a text wherever one can stand but in the names by which records know each other. */
function poison<Whole>(whole: Whole, attack: string): Whole {
	return JSON.parse(JSON.stringify(whole), (key, value: unknown) =>
		typeof value === 'string' && !/id$|ids$/i.test(key) ? attack : value
	) as Whole;
}

/** Every table that can leave, by the names that the screen has for them. */
const everyTable = Object.keys(await loadMessages('nl'))
	.filter((key) => key.startsWith('export.table.'))
	.map((key) => key.slice('export.table.'.length))
	.sort();

describe('what looks like a formula', () => {
	test('is run by no spreadsheet, in any text of any table', () => {
		let cells = 0;
		for (const attack of attacks) {
			const poisoned = allTables(poison(file, attack), poison(results, attack), t);
			expect(poisoned.map(({ id }) => id).sort()).toEqual(everyTable);
			for (const table of poisoned) {
				for (const language of ['nl', 'en'] as const) {
					const delimiter = language === 'nl' ? ';' : ',';
					const read = readCsv(csvText(table, language), delimiter).flat();
					cells += read.length;
					expect(read.filter(runs)).toEqual([]);
				}
			}
		}
		expect(cells).toBeGreaterThan(10_000);
	});

	test('is no formula in the workbook, and a library reads nothing that could be run', async () => {
		for (const attack of attacks) {
			const blob = await workbook(allTables(poison(file, attack), poison(results, attack), t));
			for (const [name, content] of await filesInZip(blob))
				if (name.includes('worksheets')) expect(content).not.toMatch(/<f[ >]/);
			const sheets = await readXlsxFile(Buffer.from(await blob.arrayBuffer()));
			const texts = sheets
				.flatMap(({ data }) => data.flat())
				.filter((cell) => typeof cell === 'string');
			expect(texts.filter(runs)).toEqual([]);
		}
	}, 60_000);

	test('is never run, whatever stands before and after it', () => {
		const start = fc.constantFrom(
			'=',
			'+',
			'-',
			'@',
			'\t',
			'\r',
			'\n',
			'＝',
			'＋',
			'－',
			'＠',
			'"',
			' '
		);
		const text = fc.tuple(fc.array(start, { maxLength: 4 }), fc.string({ unit: 'grapheme' }));
		fc.assert(
			fc.property(text, ([before, after]) => {
				const cell = before.join('') + after;
				const csv = csvText({ id: 'x', title: 'x', columns: ['a'], rows: [[cell, 1]] }, 'nl');
				const read = Papa.parse<string[]>(csv.slice(1), { delimiter: ';' }).data[1]![0]!;
				expect(runs(read)).toBe(false);
				expect([cell, `'${cell}`]).toContain(read);
			}),
			{ seed: 8, numRuns: 2000 }
		);
	});
});

test('outcomes are saved byte for byte as the command line writes them', async () => {
	const { terminal, written } = keepingTerminal(serialiseWorkshopFile(file));
	expect(await run(['evaluate', '-'], terminal)).toBe(0);
	expect(resultsText(results)).toBe(written.output);
	expect(results.engine).toEqual({ version: '1', seed: 1, samples: 16384 });
});
