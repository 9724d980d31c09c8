import { clean } from '../cells/clean.ts';
import { periodOf } from '#lib/domain/area/period.ts';
import { Refused } from '../problem.ts';
import { areaColumns, columnsOf, columnWith, refusePersonal } from '../sheet/columns.ts';
import { fits } from '../sheet/read-rows.ts';
import { RowPeriods } from '../sheet/row-period.ts';
import type { Reading, SheetSource } from '../source.ts';

type Count = {
	readonly area: string;
	readonly period: string;
	count: number;
	line: number;
};

/** What is counted is called after the file, because a list of events has no column for it. */
function nameOfEvents(fileName: string): string {
	const name = fileName
		.replace(/\.[a-z0-9]{1,5}$/i, '')
		.replace(/[_-]+/g, ' ')
		.trim();
	return name === '' ? 'aantal' : name;
}

function counted(reading: Reading): Count[] {
	const { sheet, settings, surroundings, areas, into } = reading;
	const columns = columnsOf(sheet, settings);
	const where = areaColumns(columns, settings);
	const date = columnWith(columns, 'date');
	if (!date) throw new Refused('no-period');
	const periods = new RowPeriods(into.problems, surroundings.today);
	const counts = new Map<string, Count>();
	for (const row of sheet.rows) {
		if (!fits(row, reading)) continue;
		const area = areas.find(row, where);
		const day = periods.day(row, date.place)?.day;
		if (!area || !day) continue;
		const period = periodOf(day, settings.eventsPer ?? 'quarter');
		const count = counts.get(`${area} ${period}`) ?? { area, period, count: 0, line: row.line };
		count.count += 1;
		counts.set(`${area} ${period}`, count);
	}
	return [...counts.values()];
}

/**
 * A list of events, such as reports of nuisance, counted per area and period. Nothing else of it is kept.
 * A period without a row gives no value: nobody knows whether the list covers it.
 */
export const ownEvents: SheetSource = {
	id: 'own-events',
	recognises: (sheet, settings) => {
		const columns = columnsOf(sheet, settings);
		const has = (role: string) => columns.some((column) => column.role === role);
		return has('date') && !has('period') && !has('value') && !has('indicator');
	},
	read: (reading) => {
		refusePersonal(columnsOf(reading.sheet, reading.settings), reading.settings);
		const name = clean(nameOfEvents(reading.surroundings.fileName));
		const indicator = name.toLowerCase();
		reading.into.addIndicator({ key: indicator, name, unit: 'aantal' });
		for (const { area, period, count, line } of counted(reading)) {
			reading.into.add(
				{ ...{ area, period, indicator, value: count }, status: 'ok', version: 'own' },
				line
			);
		}
	}
};
