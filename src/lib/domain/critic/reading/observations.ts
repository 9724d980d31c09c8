import { ofOneEdition } from '../../area/edition.ts';
import type { Indicator } from '../../indicator.ts';
import { calendarMonth } from './months.ts';
import { once } from './once.ts';

/** A measured value, with the calendar months in which its period starts and has ended. */
export type Measured = {
	readonly value: number;
	readonly start: number;
	readonly end: number;
	readonly kind: PeriodKind;
};

type PeriodKind = 'year' | 'quarter' | 'month';

const kinds: readonly PeriodKind[] = ['year', 'quarter', 'month'];

/** Lists the values of an indicator by the end of their period, then by its start. */
export const measuredValues = once((indicator: Indicator): readonly Measured[] =>
	ofOneEdition(indicator)
		.flatMap(({ period, value }) => (value === null ? [] : [{ value, ...monthsOf(period) }]))
		.sort((one, other) => one.end - other.end || one.start - other.start)
);

function monthsOf(period: string): Omit<Measured, 'value'> {
	const [year = '', part] = period.split('-');
	const start = 12 * Number(year);
	if (part === undefined) return { kind: 'year', start, end: start + 12 };
	if (part.startsWith('Q')) {
		const quarter = start + 3 * (Number(part.slice(1)) - 1);
		return { kind: 'quarter', start: quarter, end: quarter + 3 };
	}
	const month = calendarMonth(period);
	return { kind: 'month', start: month, end: month + 1 };
}

/** Lists the values of the kind of period that has the most; years before quarters before months. */
export const valuesOfOneKind = once((indicator: Indicator): readonly number[] => {
	const lists = kinds.map((kind) =>
		measuredValues(indicator)
			.filter((measured) => measured.kind === kind)
			.map(({ value }) => value)
	);
	return lists.reduce((most, list) => (list.length > most.length ? list : most));
});

/** Tells whether one value is better than another; never when nobody knows which way is better. */
export function isBetter(indicator: Indicator, value: number, than: number): boolean {
	if (indicator.better === 'ambiguous') return false;
	return indicator.better === 'higher' ? value > than : value < than;
}
