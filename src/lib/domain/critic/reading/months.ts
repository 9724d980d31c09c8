/** A length of time that starts in a month after 1 January of startYear; null lasts to the horizon. */
type Running = { readonly startMonth: number; readonly durationMonths: number | null };

/** The month in which something has ended, which may lie beyond the horizon. */
export function endMonth(running: Running, horizonMonths: number): number {
	const { startMonth, durationMonths } = running;
	return durationMonths === null ? horizonMonths : startMonth + durationMonths;
}

/** Numbers the months of all years: of "2027-09" and "2027-09-30" alike. */
export function calendarMonth(date: string): number {
	const [year = 0, month = 1] = date.split('-').map(Number);
	return 12 * year + month - 1;
}
