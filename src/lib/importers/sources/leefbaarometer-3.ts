import { columnsOf, areaColumns, columnWith, type Column } from '../sheet/columns.ts';
import { readRows } from '../sheet/read-rows.ts';
import type { FigureColumn } from '../plan.ts';
import { filePeriod } from '../sheet/file-period.ts';
import type { SheetSource } from '../source.ts';
import { leefbaarometerColumns } from './leefbaarometer-figures.ts';

function figureOf({ header, place }: Column): FigureColumn | undefined {
	const found = leefbaarometerColumns.get(header.toLowerCase());
	return found && { column: place, key: found[0], name: header, range: found[1] };
}

/** A column without a name of its own, such as the line numbers that some programs add. */
function isNumbering({ header }: Column): boolean {
	return /^\d?$/.test(header);
}

/** Leefbaarometer 3.0 as a table: per postcode, neighbourhood, district or municipality and year. */
export const leefbaarometer3: SheetSource = {
	id: 'leefbaarometer-3',
	recognises: (sheet, settings) => {
		const columns = columnsOf(sheet, settings).filter((column) => !isNumbering(column));
		const figures = columns.filter(figureOf);
		const others = columns.filter((column) => !figureOf(column));
		return (
			figures.length > 0 &&
			columns.some(({ role }) => role === 'area-code') &&
			others.every(({ role }) => role !== 'figure' && role !== 'indicator' && role !== 'value')
		);
	},
	read: (reading) => {
		const columns = columnsOf(reading.sheet, reading.settings);
		const period = columnWith(columns, 'period');
		const version = columnWith(columns, 'version');
		const figures = columns
			.filter((column) => !isNumbering(column))
			.flatMap((column) => figureOf(column) ?? []);
		readRows(reading, {
			area: areaColumns(columns, reading.settings),
			period: period ? { column: period.place, kind: 'period' } : { fixed: filePeriod(reading) },
			figures,
			version: version ? 'leefbaarometer' : 'leefbaarometer-3.0',
			versionColumn: version?.place
		});
	}
};
