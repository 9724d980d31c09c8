import type { YearValue } from './timeline.ts';

/** What is still to come back below this is rounding, not money. */
const halfCent = 0.005;

/**
 * Gives the payback year: the first calendar year in which the cumulative discounted mean net is 0 or
 * more, counted from the first year with money in it; null when that does not happen in the horizon.
 * Discounted payback of any handbook of investment appraisal, in whole years.
 * Example: 100 out in 2027 and 60 in every year from 2028 is paid back in 2029, without discounting.
 */
export function paybackYear(years: readonly YearValue[]): number | null {
	const first = years.findIndex(
		({ benefit, harm, cost }) => benefit !== 0 || harm !== 0 || cost !== 0
	);
	if (first < 0) return null;
	return years.slice(first).find(({ cumulative }) => cumulative > -halfCent)?.year ?? null;
}
