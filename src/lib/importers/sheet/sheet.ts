import { clean } from '../cells/clean.ts';
import type { Row } from '../csv/parse.ts';
import { importLimits } from '../limits.ts';
import { Refused, type Problems } from '../problem.ts';
import { wordOf } from './header-words.ts';

/** A table with one header: what a source reads. */
export type Sheet = {
	readonly headers: readonly string[];
	readonly rows: readonly Row[];
	readonly headerLine: number;
	/** What stood above the header, such as a title with a period in it. */
	readonly above: string;
};

const rowsLookedAt = 40;

/**
 * Finds the header and the rows under it. Blank rows are skipped; rows of totals and notes are left out and
 * told, so that nothing is counted twice.
 *
 * @throws {Refused} when there is no header or nothing under it
 */
export function findSheet(
	rows: readonly Row[],
	headerLine: number | undefined,
	problems: Problems
): Sheet {
	const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
	if (filled.length === 0) throw new Refused('empty');
	if (filled.length > importLimits.rows + 1) {
		throw new Refused('too-many-rows', { values: { most: importLimits.rows } });
	}
	const place = placeOfHeader(filled, headerLine);
	const header = filled[place];
	if (!header) throw new Refused('no-header', { line: headerLine });
	const headers = withoutTrailing(header.cells.map(clean));
	if (headers.length > importLimits.columns) {
		throw new Refused('too-many-columns', { values: { most: importLimits.columns } });
	}
	const under = filled.slice(place + 1);
	if (under.length === 0) throw new Refused('header-only', { line: header.line });
	return {
		headers,
		headerLine: header.line,
		above: filled
			.slice(0, place)
			.map(({ cells }) => cells.join(' ').trim())
			.join(' '),
		rows: withoutTotals(under, problems)
	};
}

function placeOfHeader(rows: readonly Row[], line: number | undefined): number {
	if (line !== undefined) return rows.findIndex((row) => row.line === line);
	const first = rows.slice(0, rowsLookedAt);
	const transposed = first.findIndex(({ cells }) => isTransposedHeader(cells));
	if (transposed >= 0) return transposed;
	const named = first.findIndex(({ cells }) => namesAnArea(cells));
	if (named >= 0) return named;
	const widths = first.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
	return widths.indexOf(Math.max(...widths));
}

/** The header of a StatLine table whose columns are areas. */
export function isTransposedHeader(cells: readonly string[]): boolean {
	const first = clean(cells[0] ?? '').toLowerCase();
	return (first === 'onderwerp' || first === 'topic') && cells.length > 2;
}

function namesAnArea(cells: readonly string[]): boolean {
	const filled = cells.filter((cell) => cell.trim() !== '');
	return (
		filled.length > 1 &&
		filled.some((cell) => /^area-/.test(wordOf(cell)?.role ?? '')) &&
		!filled.some((cell) => cell.length > 120)
	);
}

function withoutTrailing(headers: readonly string[]): string[] {
	const last = headers.findLastIndex((header) => header !== '');
	return headers.slice(0, last + 1);
}

const totalWord = /^\s*(?:(?:eind)?totaal|(?:grand )?total)\b/i;
const noteWord = /^\s*(?:\*|bron\b|source\b|©|noot\b|let op\b)/i;

function withoutTotals(rows: readonly Row[], problems: Problems): Row[] {
	return rows.filter(({ line, cells }) => {
		const first = cells[0] ?? '';
		if (totalWord.test(first)) {
			problems.add('total-row', line);
			return false;
		}
		if (!noteWord.test(first) || cells.slice(1).some((cell) => cell.trim() !== '')) return true;
		problems.add('note-row', line);
		return false;
	});
}

/** @throws {Refused} when two columns have the same name: one would silently win */
export function refuseSameHeaders(headers: readonly string[], line: number): void {
	const seen = new Set<string>();
	for (const header of headers) {
		const name = header.toLowerCase();
		if (name !== '' && seen.has(name)) {
			throw new Refused('duplicate-header', { line, values: { name: header } });
		}
		seen.add(name);
	}
}
