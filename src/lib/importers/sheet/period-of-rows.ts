import type { Plan } from '../plan.ts';
import type { Reading } from '../source.ts';
import { columnWith, type Column } from './columns.ts';
import { filePeriod } from './file-period.ts';

/** Where the rows of a registration say their period; a stock date counts as the month it lies in. */
export function periodOfRows(columns: readonly Column[], reading: Reading): Plan['period'] {
	const period = columnWith(columns, 'period');
	if (period) return { column: period.place, kind: 'period' };
	const stock = columnWith(columns, 'stock-date') ?? columnWith(columns, 'date');
	if (!stock) return { fixed: filePeriod(reading) };
	reading.into.problems.add('stock-dates', undefined, { column: stock.header });
	return { column: stock.place, kind: 'stock-date' };
}
