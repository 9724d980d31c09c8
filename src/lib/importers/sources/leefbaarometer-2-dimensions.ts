import { deviationRange } from '../cells/range.ts';
import type { FigureColumn } from '../plan.ts';
import { readRows } from '../sheet/read-rows.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { SheetSource } from '../source.ts';
import { codeColumn } from './leefbaarometer-2-code.ts';

/** The dimensions of version 2.0; they differ from those of 3.0, so residents is not cohesion. */
const keys = new Map([
	['RMTR', 'lbm.deviation'],
	['WON', 'lbm.housing'],
	['BEV', 'lbm.residents'],
	['VRZ', 'lbm.amenities'],
	['VEI', 'lbm.safety'],
	['FYS', 'lbm.environment']
]);

function figureOf(header: string, column: number): FigureColumn | undefined {
	const [, dimension = '', year = ''] = /^RLB([A-Z]{3,4})(\d\d)$/.exec(header) ?? [];
	const key = keys.get(dimension);
	return key === undefined
		? undefined
		: { column, key, name: header, period: `20${year}`, range: deviationRange };
}

function figuresOf({ headers }: Sheet): FigureColumn[] {
	return headers.flatMap((header, place) => figureOf(header, place) ?? []);
}

/** Leefbaarometer 2.0, deviation from the average per dimension, with a column per dimension and year. */
export const leefbaarometer2Dimensions: SheetSource = {
	id: 'leefbaarometer-2-dimensions',
	recognises: (sheet) =>
		sheet.headers[0]?.toUpperCase() === 'GBD' &&
		figuresOf(sheet).length >= sheet.headers.length - 1,
	read: (reading) =>
		readRows(reading, {
			area: { code: codeColumn },
			period: { perFigure: true },
			figures: figuresOf(reading.sheet),
			version: 'leefbaarometer-2.0',
			shortRows: true
		})
};
