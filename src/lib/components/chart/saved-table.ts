import type { ChartTable } from '#lib/charts/chart.ts';
import type { Table } from '#lib/exporters/table.ts';

/** The numbers of a drawing as they are saved: numbers stay numbers, so that others can count with them. */
export type SavedTable = Pick<Table, 'columns' | 'rows'> & { readonly caption: string };

/** Gives the numbers of a chart as they are saved. */
export function savedNumbers({ caption, columns, rows, numbers }: ChartTable): SavedTable {
	return { caption, columns, rows: numbers ?? rows };
}

/** Makes the table that leaves the program: its numbers first, and under them of what they are. */
export function tableToSave(
	{ columns, rows, caption }: SavedTable,
	{ title, basis }: { readonly title: string; readonly basis: string }
): Table {
	const says = [...new Set([title, caption, basis])].map((text) => [text]);
	return { id: 'chart', title, columns, rows: [...rows, [], ...says] };
}
