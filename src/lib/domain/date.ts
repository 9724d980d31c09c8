import * as v from 'valibot';
import { because, expected, reason } from './reason.ts';

const monthText = expected('month');
const dateText = expected('date');
const periodText = expected('period');

/** A month of the calendar, as year and month. */
export const monthSchema = v.pipe(
	v.string(monthText),
	v.regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/, monthText)
);

/** A day that exists on the calendar. */
export const dateSchema = v.pipe(
	v.string(dateText),
	v.regex(/^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/, dateText),
	v.check(
		isCalendarDate,
		because((issue: { input: string }) => reason('not-on-calendar', { date: issue.input }))
	)
);

/** What a measurement is about: a year, a quarter or a month. */
export const periodSchema = v.pipe(
	v.string(periodText),
	v.regex(/^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, periodText)
);

/** Tells whether a day such as 2027-02-29 exists in the Gregorian calendar. */
function isCalendarDate(date: string): boolean {
	const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	return day <= (lengths[month - 1] ?? 0);
}
