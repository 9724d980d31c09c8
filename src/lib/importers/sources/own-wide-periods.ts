import { isProvisional } from '#lib/domain/area/period.ts';
import { clean } from '../cells/clean.ts';
import type { FigureColumn } from '../plan.ts';
import { areaColumns, columnsOf, columnWith, refusePersonal } from '../sheet/columns.ts';
import { periodOfHeader } from '../sheet/own-figure.ts';
import { readRows } from '../sheet/read-rows.ts';
import type { SheetSource } from '../source.ts';

/** Somebody's own registration with a column per period. */
export const ownWidePeriods: SheetSource = {
	id: 'own-wide-periods',
	recognises: (sheet, settings) => {
		const figures = columnsOf(sheet, settings).filter(({ role }) => role === 'figure');
		return figures.length > 0 && figures.every(periodOfHeader);
	},
	read: (reading) => {
		const { sheet, settings, surroundings } = reading;
		const columns = columnsOf(sheet, settings);
		refusePersonal(columns, settings);
		const indicator = columnWith(columns, 'indicator');
		const name = clean(surroundings.fileName.replace(/\.[a-z0-9]{1,5}$/i, ''));
		const figures = columns
			.filter(({ role }) => role === 'figure')
			.map((column): FigureColumn => ({
				column: column.place,
				period: periodOfHeader(column),
				provisional: isProvisional(column.header),
				...(!indicator && { key: name.toLowerCase(), name })
			}));
		readRows(reading, {
			area: areaColumns(columns, settings),
			period: { perFigure: true },
			figures,
			indicatorColumn: indicator?.place,
			unitColumn: columnWith(columns, 'unit')?.place,
			version: 'own'
		});
	}
};
