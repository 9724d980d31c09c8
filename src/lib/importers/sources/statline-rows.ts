import { bareHeader } from '../sheet/header-words.ts';
import { areaColumns, columnsOf, columnWith, figureColumns } from '../sheet/columns.ts';
import { filePeriod } from '../sheet/file-period.ts';
import { readRows } from '../sheet/read-rows.ts';
import type { SheetSource } from '../source.ts';

const areasHeader = /^(wijkenenbuurten|districtsandneighbourhoods|regios|regions)$/;

/** The unit stands in brackets at the end: `Opleidingsniveau/Laag/Waarde (%)`. */
function nameAndUnit(header: string): { readonly name: string; readonly unit: string } {
	const [, name = header, unit = ''] = /^(.*)\s\(([^()]*)\)$/.exec(header) ?? [];
	return { name: name.replaceAll('/', ' › '), unit };
}

/** A StatLine table with a row per area, with its code or only its name. */
export const statlineRows: SheetSource = {
	id: 'statline-rows',
	recognises: ({ headers }) =>
		headers.some((header) => areasHeader.test(bareHeader(header))) &&
		!headers.some((header) => /^(measure|value)$/i.test(header)),
	read: (reading) => {
		const { sheet, settings, into } = reading;
		const columns = columnsOf(sheet, settings);
		const period = columnWith(columns, 'period');
		readRows(reading, {
			area: areaColumns(columns, settings),
			period: period ? { column: period.place, kind: 'period' } : { fixed: filePeriod(reading) },
			figures: figureColumns(columns, sheet, into.problems).map(({ place, header }) => ({
				column: place,
				key: `cbs.${header.toLowerCase()}`,
				...nameAndUnit(header)
			})),
			version: 'statline'
		});
	}
};
