import { readPeriod } from '#lib/domain/area/period.ts';
import { rangeByHeader } from '../cells/range.ts';
import type { FigureColumn } from '../plan.ts';
import type { Column } from './columns.ts';

/** A column of somebody's own registration as a figure: its header is the indicator's name. */
export function ownFigure({ place, header }: Column): FigureColumn {
	const percent = /(^|[_ ])(pct|perc|percentage)($|[_ ])|%/i.test(header);
	return {
		column: place,
		key: header.toLowerCase(),
		name: header,
		unit: percent ? '%' : /(^|[_ ])(eur|euro)($|[_ ])|€/i.test(header) ? 'euro' : '',
		range: rangeByHeader(header)
	};
}

/** The period that a header names, such as `2024` or `2024-Q1`. */
export function periodOfHeader({ header }: Column): string | undefined {
	const reading = readPeriod(header);
	return 'period' in reading ? reading.period : undefined;
}
