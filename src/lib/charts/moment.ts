/**
 * Gives the place of a day in time, in years.
 * Example: "2028-07-01" is 2028.5.
 *
 * @param date as "2028-10-01"
 */
export function placeOfDate(date: string): number {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	return year + (month - 1) / 12 + (day - 1) / 365.25;
}

/**
 * Gives the middle of a period in time, in years.
 * Example: the third quarter of 2028 is at 2028.625.
 *
 * @param period a year "2028", a quarter "2028-Q3" or a month "2028-09"
 */
export function placeOfPeriod(period: string): number {
	const year = Number(period.slice(0, 4));
	const part = period.slice(5);
	if (part === '') return year + 0.5;
	if (part.startsWith('Q')) return year + (Number(part.slice(1)) - 0.5) / 4;
	return year + (Number(part) - 0.5) / 12;
}
