/** What values a figure can have. */
export type ValueRange = {
	readonly low: number;
	readonly high: number;
	readonly whole?: boolean;
};

/** Classes of the Leefbaarometer. */
export const classRange: ValueRange = { low: 1, high: 9, whole: true };
/** Deviations of the Leefbaarometer lie around 0; the whole country lies within −1.5 and 1.5. */
export const deviationRange: ValueRange = { low: -2, high: 2 };
const percentRange: ValueRange = { low: 0, high: 100 };

/** Guesses from a header what its values can be; undefined when nothing can be said. */
export function rangeByHeader(header: string): ValueRange | undefined {
	const name = header.toLowerCase();
	if (/^k(score|afw|won|fys|vrz|soc|onv)$/.test(name)) return classRange;
	if (name === 'afw') return deviationRange;
	if (/(^|[_ ])(pct|perc|percentage)($|[_ ])|%/.test(name)) return percentRange;
	return undefined;
}

/** Tells whether a value is possible. */
export function withinRange(value: number, range: ValueRange | undefined): boolean {
	if (!range) return true;
	if (range.whole && !Number.isInteger(value)) return false;
	return value >= range.low && value <= range.high;
}
