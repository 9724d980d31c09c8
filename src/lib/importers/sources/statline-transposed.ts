import { clean } from '../cells/clean.ts';
import type { Row } from '../csv/parse.ts';
import { Refused } from '../problem.ts';
import { filePeriod } from '../sheet/file-period.ts';
import { readRows } from '../sheet/read-rows.ts';
import { isTransposedHeader, type Sheet } from '../sheet/sheet.ts';
import type { Reading, SheetSource } from '../source.ts';

const aboutRegions = /^regioaanduiding\|/i;
const codesOfRegions = /^regioaanduiding\|.*codering/i;

/** Topics that have the same label get a number behind it, because they are different topics. */
function distinct(labels: readonly string[], tell: (label: string) => void): string[] {
	const seen = new Map<string, number>();
	return labels.map((label) => {
		const times = (seen.get(label) ?? 0) + 1;
		seen.set(label, times);
		if (times > 1) tell(label);
		return times > 1 ? `${label} (${times})` : label;
	});
}

type Topic = Row & { readonly label: string; readonly unit: string };

/** A topic whose label has a `;` that was not quoted has more cells than there are columns. */
function topicOf({ line, cells }: Row, wide: number): Topic {
	const extra = Math.max(0, cells.length - wide);
	const label = cells
		.slice(0, extra + 1)
		.map(clean)
		.join('; ');
	return { line, label, unit: clean(cells[extra + 1] ?? ''), cells: cells.slice(extra) };
}

/** Turns the table, so that areas are rows. */
function turned(sheet: Sheet, codes: Row, topics: readonly Topic[]): Sheet {
	const rows = codes.cells.slice(2).map((code, place) => ({
		line: codes.line,
		cells: [
			code,
			sheet.headers[place + 2] ?? '',
			...topics.map(({ cells }) => cells[place + 2] ?? '')
		]
	}));
	return { ...sheet, headers: ['code', 'naam', ...topics.map(({ label }) => label)], rows };
}

function topicsOf({ sheet, into }: Reading): Topic[] {
	const wide = sheet.headers.length;
	const rows = sheet.rows.filter(({ cells }) => !aboutRegions.test(cells[0] ?? ''));
	const topics = rows.map((row) => topicOf(row, wide));
	return topics.filter(({ line, cells }) => {
		if (cells.length >= wide) return true;
		into.problems.add('row-too-short', line, { found: cells.length, wanted: wide });
		return false;
	});
}

/** A StatLine table with a column per area and a row per topic. */
export const statlineTransposed: SheetSource = {
	id: 'statline-transposed',
	recognises: ({ headers }) => isTransposedHeader(headers),
	read: (reading) => {
		const { sheet, into } = reading;
		const codes = sheet.rows.find(({ cells }) => codesOfRegions.test(cells[0] ?? ''));
		if (!codes) throw new Refused('no-area-column');
		const topics = topicsOf(reading);
		const labels = distinct(
			topics.map(({ label }) => label),
			(label) => into.problems.add('same-label', undefined, { column: label })
		);
		readRows(
			{ ...reading, sheet: turned(sheet, codes, topics) },
			{
				area: { code: { column: 0 }, name: 1 },
				period: { fixed: filePeriod(reading) },
				figures: topics.map(({ unit, line }, place) => ({
					...{ column: place + 2, unit, line },
					key: `cbs.${(labels[place] ?? '').toLowerCase()}`,
					name: (labels[place] ?? '').replaceAll('|', ' › ')
				})),
				version: 'cbs-key-figures'
			}
		);
	}
};
