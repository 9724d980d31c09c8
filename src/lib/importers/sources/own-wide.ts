import type { FigureColumn } from '../plan.ts';
import { Refused } from '../problem.ts';
import {
	areaColumns,
	columnsOf,
	columnWith,
	figureColumns,
	refusePersonal,
	type Column
} from '../sheet/columns.ts';
import { ownFigure } from '../sheet/own-figure.ts';
import { periodOfRows } from '../sheet/period-of-rows.ts';
import { readRows } from '../sheet/read-rows.ts';
import type { ImportSettings } from '../settings.ts';
import type { Reading, SheetSource } from '../source.ts';

/**
 * How complexes become one area is a choice that only a person can make: a count is added up, a rate is not.
 *
 * @throws {Refused} `needs-aggregation` when it was not made for every figure
 */
function aggregated(
	figures: readonly FigureColumn[],
	{ aggregate }: ImportSettings
): FigureColumn[] {
	const chosen = new Map(aggregate);
	const open = figures.filter(({ column }) => !chosen.has(column));
	if (open.length > 0) {
		const names = open.map(({ name }) => name).join(', ');
		throw new Refused('needs-aggregation', { values: { names } });
	}
	return figures
		.map((figure) => ({ ...figure, aggregate: chosen.get(figure.column) }))
		.filter(({ aggregate: how }) => how !== 'leave-out');
}

function figuresOf(columns: readonly Column[], { sheet, settings, into }: Reading): FigureColumn[] {
	const value = columnWith(columns, 'value');
	const found = figureColumns(columns, sheet, into.problems);
	const figures = (value ? [...found, value] : found).map(ownFigure);
	if (figures.length === 0) throw new Refused('no-values');
	return columnWith(columns, 'complex') ? aggregated(figures, settings) : figures;
}

/** Somebody's own registration with a column per indicator; what no other source recognises is one. */
export const ownWide: SheetSource = {
	id: 'own-wide',
	recognises: () => true,
	read: (reading) => {
		const columns = columnsOf(reading.sheet, reading.settings);
		refusePersonal(columns, reading.settings);
		const area = areaColumns(columns, reading.settings);
		const figures = figuresOf(columns, reading);
		readRows(reading, {
			...{ area, figures, version: 'own' },
			period: periodOfRows(columns, reading),
			versionColumn: columnWith(columns, 'version')?.place
		});
	}
};
