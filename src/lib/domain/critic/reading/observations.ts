import { mixedEditions } from '../../area/edition.ts';
import type { Indicator } from '../../indicator.ts';
import { calendarMonth } from './months.ts';

/** A measured value, with the calendar months in which its period starts and has ended. */
export type Measured = {
	readonly value: number;
	readonly start: number;
	readonly end: number;
	readonly kind: PeriodKind;
};

type PeriodKind = 'year' | 'quarter' | 'month';

const kinds: readonly PeriodKind[] = ['year', 'quarter', 'month'];

/** An indicator never changes: an edit makes another one. */
const known = new WeakMap<Indicator, readonly Measured[]>();

/** Lists the values of an indicator by the end of their period, then by its start. */
export function measuredValues(indicator: Indicator): readonly Measured[] {
	const before = known.get(indicator);
	if (before) return before;
	const measured = ofOneEdition(indicator)
		.flatMap(({ period, value }) => (value === null ? [] : [{ value, ...monthsOf(period) }]))
		.sort((one, other) => one.end - other.end || one.start - other.start);
	known.set(indicator, measured);
	return measured;
}

/** Values of two editions of a dataset are never compared: of a mixed indicator the newest edition counts. */
function ofOneEdition(indicator: Indicator): Indicator['observations'] {
	const older = new Set(
		mixedEditions(indicator)
			.slice(1)
			.flatMap((part) => part.observations)
	);
	return indicator.observations.filter((one) => !older.has(one));
}

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
export function valuesOfOneKind(indicator: Indicator): number[] {
	const lists = kinds.map((kind) =>
		measuredValues(indicator)
			.filter((measured) => measured.kind === kind)
			.map(({ value }) => value)
	);
	return lists.reduce((most, list) => (list.length > most.length ? list : most));
}

/** Tells whether one value is better than another; never when nobody knows which way is better. */
export function isBetter(indicator: Indicator, value: number, than: number): boolean {
	if (indicator.better === 'ambiguous') return false;
	return indicator.better === 'higher' ? value > than : value < than;
}
