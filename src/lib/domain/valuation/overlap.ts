/** When something runs: months after 1 January of the start year; null lasts to the horizon. */
export type Period = { readonly startMonth: number; readonly durationMonths: number | null };

/**
 * Gives the part of year k, from 0 to 1, in which a period runs: overlapping months / 12.
 * Example: from month 6 for 12 months is half of year 0 and half of year 1.
 */
export function partOfYear(year: number, { startMonth, durationMonths }: Period): number {
	const endMonth = durationMonths === null ? Infinity : startMonth + durationMonths;
	const months = Math.min(12 * year + 12, endMonth) - Math.max(12 * year, startMonth);
	return Math.max(0, months) / 12;
}

/** Gives the year in which a period starts, counted from 0; it may lie beyond the horizon. */
export function firstYear({ startMonth }: Period): number {
	return Math.floor(startMonth / 12);
}

/**
 * Gives the worth now of one euro a year while a period runs, year by year from its first year on.
 * Each is the discount factor times the part of the year; empty when it starts beyond the horizon.
 */
export function yearlyWeights(period: Period, factors: Float64Array): Float64Array {
	const start = firstYear(period);
	if (start >= factors.length) return new Float64Array(0);
	return factors.slice(start).map((factor, age) => factor * partOfYear(start + age, period));
}
