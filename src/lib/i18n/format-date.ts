import { locales, type LanguageCode } from './languages.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function dateFormat(
	language: LanguageCode,
	options: Intl.DateTimeFormatOptions
): Intl.DateTimeFormat {
	const name = language + JSON.stringify(options);
	let formatter = formatters.get(name);
	if (!formatter) {
		formatter = new Intl.DateTimeFormat(locales[language], options);
		formatters.set(name, formatter);
	}
	return formatter;
}

/** Writes a day `2027-03-12` as `12 maart 2027`. */
export function formatDate(language: LanguageCode, day: string): string {
	return dateFormat(language, {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	}).format(new Date(`${day}T00:00:00Z`));
}

/** Writes a month `2027-03` as `maart 2027`. */
export function formatMonth(language: LanguageCode, month: string): string {
	return dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
		new Date(`${month}-01T00:00:00Z`)
	);
}

const quarterLetters: Readonly<Record<LanguageCode, string>> = { nl: 'K', en: 'Q' };

/** Writes a period `2027`, `2027-Q1` or `2027-03` as `2027`, `K1 2027` or `maart 2027`. */
export function formatPeriod(language: LanguageCode, period: string): string {
	const [year = '', part] = period.split('-');
	if (part === undefined) return year;
	if (part.startsWith('Q')) return `${quarterLetters[language]}${part.slice(1)} ${year}`;
	return formatMonth(language, period);
}

/** Writes the month that lies a number of months after 1 January of a year: `juli 2027`. */
export function formatMonthAfter(
	language: LanguageCode,
	startYear: number,
	months: number
): string {
	return dateFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
		new Date(Date.UTC(startYear, months, 1))
	);
}

/** Writes a moment in the reader's own time zone: `12 maart 2027 om 14:05`. */
export function formatMoment(language: LanguageCode, milliseconds: number): string {
	return dateFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(milliseconds);
}
