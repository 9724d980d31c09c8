import Papa from 'papaparse';
import { Refused, type Problems } from '../problem.ts';
import { delimiters, type Delimiter } from '../settings.ts';
import { findDelimiter } from './delimiter.ts';

/** A row of a file, with the line on which it starts. */
export type Row = { readonly line: number; readonly cells: readonly string[] };

export type ParsedRows = { readonly rows: readonly Row[]; readonly delimiter: Delimiter };

/**
 * Splits text into rows and cells. The one door to Papa Parse.
 * Every kind of line end counts, also inside quotes. A line `sep=;`, which spreadsheets write, names the
 * delimiter and is no row.
 *
 * @throws {Refused} `unclosed-quote` with the line on which the quotes open
 */
export function parseRows(text: string, chosen: Delimiter | undefined, problems: Problems) {
	const unified = text.replace(/\r\n?/g, '\n');
	const named = /^sep=(.)\n/.exec(unified)?.[1];
	const body = named ? unified.slice(unified.indexOf('\n') + 1) : unified;
	const skipped = named ? 1 : 0;
	const delimiter = chosen ?? delimiters.find((one) => one === named) ?? findDelimiter(body);
	const parsed = Papa.parse<string[]>(body, { delimiter, newline: '\n', quoteChar: '"' });
	const rows = numbered(parsed.data, skipped + 1);
	for (const error of parsed.errors) {
		const line = rows[error.row ?? 0]?.line;
		if (error.code === 'MissingQuotes') throw new Refused('unclosed-quote', { line });
		if (error.code === 'InvalidQuotes') problems.add('stray-quote', line);
	}
	if (body.includes('"')) noticeStrayQuotes({ rows, body, skipped }, problems);
	return { rows, delimiter } satisfies ParsedRows;
}

/** Adds up the line ends inside quoted cells, so that a line is the one that an editor shows. */
function numbered(parsed: readonly string[][], first: number): Row[] {
	let line = first;
	return parsed.map((cells) => {
		const row = { line, cells };
		line += 1;
		for (const cell of cells) {
			if (!cell.includes('\n')) continue;
			line += cell.split('\n').length - 1;
		}
		return row;
	});
}

type Source = {
	readonly rows: readonly Row[];
	readonly body: string;
	readonly skipped: number;
};

/** A quote in the middle of a cell without quotes is kept as it is; that is told, with the line. */
function noticeStrayQuotes({ rows, body, skipped }: Source, problems: Problems): void {
	const lines = body.split('\n');
	rows.forEach(({ line, cells }, place) => {
		if (!cells.some((cell) => cell.includes('"'))) return;
		const next = rows[place + 1]?.line ?? lines.length + skipped + 1;
		const raw = lines.slice(line - 1 - skipped, next - 1 - skipped).join('\n');
		const stray = cells.some(
			(cell) => cell.includes('"') && !raw.includes(`"${cell.replaceAll('"', '""')}"`)
		);
		if (stray) problems.add('stray-quote', line);
	});
}
