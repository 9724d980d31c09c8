import { areaColumns, columnsOf, columnWith, refusePersonal } from '../sheet/columns.ts';
import { periodOfRows } from '../sheet/period-of-rows.ts';
import { readRows } from '../sheet/read-rows.ts';
import type { SheetSource } from '../source.ts';

/** Somebody's own registration with a row per area, period and indicator. */
export const ownLong: SheetSource = {
	id: 'own-long',
	recognises: (sheet, settings) => {
		const columns = columnsOf(sheet, settings);
		return (
			columns.some(({ role }) => role === 'indicator') &&
			columns.some(({ role }) => role === 'value')
		);
	},
	read: (reading) => {
		const columns = columnsOf(reading.sheet, reading.settings);
		refusePersonal(columns, reading.settings);
		readRows(reading, {
			area: areaColumns(columns, reading.settings),
			period: periodOfRows(columns, reading),
			figures: [{ column: columnWith(columns, 'value')?.place ?? -1 }],
			indicatorColumn: columnWith(columns, 'indicator')?.place,
			unitColumn: columnWith(columns, 'unit')?.place,
			version: 'own',
			versionColumn: columnWith(columns, 'version')?.place
		});
	}
};
