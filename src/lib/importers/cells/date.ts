import { monthByName } from '#lib/domain/area/period.ts';
import { cleanSigns } from './clean.ts';

export type DateReading = {
	/** "YYYY-MM-DD". */
	readonly day: string;
	/** What was assumed in reading it. */
	readonly assumed?: 'two-digit-year' | 'excel-date';
};

/** Days of 1970-01-01 in the count that spreadsheets keep, from 1899-12-30. */
const spreadsheetEpoch = 25_569;
const millisecondsPerDay = 86_400_000;

/**
 * Reads a day: `05-03-2024`, `5/3/24`, `2024-03-05`, `5 maart 2024`, also with a time behind it, or the
 * number that a spreadsheet made of it. The day comes before the month, as in the Netherlands.
 *
 * @returns undefined for what is no day on the calendar
 */
export function readDate(cell: string): DateReading | undefined {
	const text = cleanSigns(cell)
		.toLowerCase()
		.replace(/[ t]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?$/, '');
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
	if (iso) return calendar(iso[1], iso[2], iso[3]);
	const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(text);
	if (dutch) return withCentury(dutch[3], dutch[2], dutch[1]);
	const named = /^(\d{1,2})[ -]([a-z]{3,9}\.?)[ -](\d{4}|\d{2})$/.exec(text);
	if (named) return withCentury(named[3], String(monthByName(named[2] ?? '') ?? 0), named[1]);
	return /^[2-6]\d{4}$/.test(text) ? fromSpreadsheet(Number(text)) : undefined;
}

function withCentury(year = '', month = '', day = ''): DateReading | undefined {
	if (year.length === 4) return calendar(year, month, day);
	const reading = calendar(`20${year}`, month, day);
	return reading && { ...reading, assumed: 'two-digit-year' };
}

function calendar(year = '', month = '', day = ''): DateReading | undefined {
	const [y, m, d] = [Number(year), Number(month), Number(day)];
	const moment = new Date(Date.UTC(y, m - 1, d));
	const exists = moment.getUTCMonth() === m - 1 && moment.getUTCDate() === d && y >= 1900;
	return exists ? { day: moment.toISOString().slice(0, 10) } : undefined;
}

function fromSpreadsheet(count: number): DateReading {
	const moment = new Date((count - spreadsheetEpoch) * millisecondsPerDay);
	return { day: moment.toISOString().slice(0, 10), assumed: 'excel-date' };
}
