import { readPeriod } from '#lib/domain/area/period.ts';
import { rangeByHeader } from '../cells/range.ts';
import type { FigureColumn } from '../plan.ts';
import type { Column } from './columns.ts';

/**
 * A column of somebody's own registration as a figure: its header is the indicator's name, with the unit
 * behind it in brackets where somebody wrote that, such as `Rapportcijfer (1-10)`.
 */
export function ownFigure({ place, header }: Column): FigureColumn {
	const { name, written } = namedUnit(header);
	const percent = /(^|[_ ])(pct|perc|percentage)($|[_ ])|%/i.test(header);
	return {
		column: place,
		key: header.toLowerCase(),
		name,
		unit: written ?? (percent ? '%' : /(^|[_ ])(eur|euro)($|[_ ])|€/i.test(header) ? 'euro' : ''),
		range: rangeByHeader(header)
	};
}

function namedUnit(header: string): { readonly name: string; readonly written?: string } {
	const at = header.lastIndexOf('(');
	const name = header.slice(0, at).trim();
	const written = header.slice(at + 1, -1).trim();
	if (at < 1 || !header.endsWith(')') || name === '' || written === '') return { name: header };
	return { name, written };
}

/** The period that a header names, such as `2024` or `2024-Q1`. */
export function periodOfHeader({ header }: Column): string | undefined {
	const reading = readPeriod(header);
	return 'period' in reading ? reading.period : undefined;
}
