import type { ReportBlock, ReportPoints, ReportTable } from '#lib/exporters/report.ts';

type Row = readonly string[];

/** A text, or nothing when it says nothing. */
export function text(words: string): readonly ReportBlock[] {
	return words.trim() === '' ? [] : [{ kind: 'text', text: words }];
}

/** A table, or a sentence that says that there is nothing to put in one. */
export function tableOr(
	empty: string,
	table: Omit<ReportTable, 'kind' | 'columns'> & { readonly columns: readonly string[] },
	figures: readonly number[] = []
): readonly ReportBlock[] {
	if (table.rows.length === 0) return text(empty);
	const columns = table.columns.map((title, place) => ({
		title,
		figures: figures.includes(place)
	}));
	return [{ ...table, kind: 'table', columns }];
}

/** A list, or a sentence that says that there is nothing in it. */
export function pointsOr(empty: string, points: ReportPoints['points']): readonly ReportBlock[] {
	return points.length === 0 ? text(empty) : [{ kind: 'points', points }];
}

/** A heading above what follows it. */
export function under(heading: string, blocks: readonly ReportBlock[]): readonly ReportBlock[] {
	return [{ kind: 'heading', text: heading }, ...blocks];
}

/** Puts the words together that say something. */
export function joined(words: readonly (string | null | undefined)[], between = '. '): Row[number] {
	return words.filter((word) => word?.trim()).join(between);
}
