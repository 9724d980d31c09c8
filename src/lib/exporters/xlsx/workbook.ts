import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/universal';
import { asPlainText, type Cell, type Table } from '../table.ts';

/** A spreadsheet refuses names of sheets that are longer, or that have one of these in them. */
const longestName = 31;
const refusedInName = /[[\]:*?/\\]/g;

/** Writes all tables as one workbook: a sheet per table, numbers as numbers, texts never as formulas. */
export function workbook(tables: readonly Table[]): Promise<Blob> {
	return writeXlsxFile(tables.map(sheetOf)).toBlob();
}

function sheetOf({ title, columns, rows }: Table): Sheet<never> {
	const header = columns.map((name) => ({
		value: asPlainText(name),
		type: String,
		fontWeight: 'bold' as const
	}));
	return {
		sheet: title.replaceAll(refusedInName, ' ').slice(0, longestName),
		data: [header, ...rows.map((row): Row => row.map(cellOf))],
		columns: columns.map(() => ({ width: 20 })),
		stickyRowsCount: 1
	};
}

function cellOf(cell: Cell): Row[number] {
	if (cell === null) return null;
	if (typeof cell === 'number') return { value: cell, type: Number };
	if (typeof cell === 'boolean') return { value: cell, type: Boolean };
	return { value: asPlainText(cell), type: String };
}
