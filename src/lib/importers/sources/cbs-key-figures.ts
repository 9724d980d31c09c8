import { areaColumns, columnsOf, type Column } from '../sheet/columns.ts';
import { filePeriod } from '../sheet/file-period.ts';
import { readRows } from '../sheet/read-rows.ts';
import type { SheetSource } from '../source.ts';

/** Short names of "Kerncijfers wijken en buurten": a number `a_`, a share `p_`, a mean `g_`, and a few more. */
const shortName = /^(a|p|g|gem|bev|ste|aant|perc)_[a-z0-9_]+$/;

function isFigure({ header, role }: Column): boolean {
	return role === 'figure' && shortName.test(header);
}

function unitOf(header: string): string {
	return /^(p|perc)_/.test(header) ? '%' : '';
}

/** "Kerncijfers wijken en buurten" of Statistics Netherlands, a row per area and a column per figure. */
export const cbsKeyFigures: SheetSource = {
	id: 'cbs-key-figures',
	recognises: (sheet, settings) => {
		const columns = columnsOf(sheet, settings);
		return (
			columns.some(({ role }) => role === 'area-code') &&
			columns.some(({ header }) => header === 'a_inw') &&
			columns.filter(isFigure).length >= columns.filter(({ role }) => role === 'figure').length / 2
		);
	},
	read: (reading) => {
		const columns = columnsOf(reading.sheet, reading.settings);
		const period = filePeriod(reading);
		// These figures are published for the division into areas of their own year.
		reading.into.vintage = Number(period.slice(0, 4));
		readRows(reading, {
			area: areaColumns(columns, reading.settings),
			period: { fixed: period },
			figures: columns.filter(isFigure).map(({ place, header }) => ({
				...{ column: place, key: `cbs.${header}`, name: header, unit: unitOf(header) }
			})),
			version: 'cbs-key-figures'
		});
	}
};
