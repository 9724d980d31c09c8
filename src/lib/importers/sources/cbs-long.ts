import { bareHeader } from '../sheet/header-words.ts';
import { columnsOf, columnWith } from '../sheet/columns.ts';
import { readRows } from '../sheet/read-rows.ts';
import { filePeriod } from '../sheet/file-period.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { SheetSource } from '../source.ts';

function placeOf({ headers }: Sheet, pattern: RegExp): number {
	return headers.findIndex((header) => pattern.test(bareHeader(header)));
}

const areas = /^(wijkenenbuurten|regios)$/;

/** The open data of Statistics Netherlands as it is served: a row per measure, area and period. */
export const cbsLong: SheetSource = {
	id: 'cbs-long',
	recognises: (sheet) =>
		placeOf(sheet, /^measure$/) >= 0 &&
		placeOf(sheet, /^value$/) >= 0 &&
		placeOf(sheet, areas) >= 0,
	read: (reading) => {
		const { sheet } = reading;
		const period = columnWith(columnsOf(sheet, reading.settings), 'period');
		readRows(reading, {
			area: { code: { column: placeOf(sheet, areas) } },
			period: period ? { column: period.place, kind: 'period' } : { fixed: filePeriod(reading) },
			figures: [{ column: placeOf(sheet, /^value$/) }],
			indicatorColumn: placeOf(sheet, /^measure$/),
			version: 'cbs-open-data'
		});
	}
};
