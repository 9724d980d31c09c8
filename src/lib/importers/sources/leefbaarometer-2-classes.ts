import { classRange } from '../cells/range.ts';
import type { FigureColumn } from '../plan.ts';
import { readRows } from '../sheet/read-rows.ts';
import type { Sheet } from '../sheet/sheet.ts';
import type { SheetSource } from '../source.ts';
import { codeColumn } from './leefbaarometer-2-code.ts';

/** `KL12` is the class in 2012; `VKL0812` the class of development from 2008 to 2012. */
function figureOf(header: string, column: number): FigureColumn | undefined {
	const [, development, from = '', to = ''] =
		/^(V?)KL(?:(\d\d)(?=\d\d$))?(\d\d)$/.exec(header) ?? [];
	if (to === '' || (development === 'V') !== (from !== '')) return undefined;
	const key = from === '' ? 'lbm.class' : `lbm.development-class-20${from}`;
	return { column, key, name: header, period: `20${to}`, range: classRange };
}

function figuresOf({ headers }: Sheet): FigureColumn[] {
	return headers.flatMap((header, place) => figureOf(header, place) ?? []);
}

/** Leefbaarometer 2.0, classes 1 to 9 per year from 2002 to 2018, with a column per year. */
export const leefbaarometer2Classes: SheetSource = {
	id: 'leefbaarometer-2-classes',
	recognises: (sheet) =>
		sheet.headers[0]?.toUpperCase() === 'CODE' &&
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
