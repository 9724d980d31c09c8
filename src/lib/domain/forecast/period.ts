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

/**
 * Gives the day on which a period begins.
 *
 * @param period a year "2028", a quarter "2028-Q3" or a month "2028-09"
 */
export function periodStart(period: string): string {
	const year = period.slice(0, 4);
	const part = period.slice(5);
	if (part === '') return `${year}-01-01`;
	const month = part.startsWith('Q') ? 3 * Number(part.slice(1)) - 2 : Number(part);
	return `${year}-${String(month).padStart(2, '0')}-01`;
}
