/**
 * Tells whether a period holds a day.
 *
 * @param period a year "2028", a quarter "2028-Q3" or a month "2028-09"
 * @param date as "2028-10-01"
 */
export function periodHolds(period: string, date: string): boolean {
	if (!period.includes('Q')) return date.startsWith(period);
	const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
	return period === `${date.slice(0, 4)}-Q${quarter}`;
}
