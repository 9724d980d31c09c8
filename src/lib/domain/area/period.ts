/** How fine a period is. */
export const granularities = ['year', 'quarter', 'month'] as const;

export type Granularity = (typeof granularities)[number];

/** A text read as a period, or why it is none that can be compared. */
export type PeriodReading = { readonly period: string } | { readonly reason: PeriodReason };

/** `range`: several years or a school year. `week`: weeks cross years, so they are not added up. */
export type PeriodReason = 'range' | 'week' | 'unreadable';

const monthNames = [
	...['januari|january|jan', 'februari|february|feb', 'maart|march|mrt|mar', 'april|apr'],
	...['mei|may', 'juni|june|jun', 'juli|july|jul', 'augustus|august|aug'],
	...['september|sept|sep', 'oktober|october|okt|oct', 'november|nov', 'december|dec']
];

/** The number of a Dutch or English month name, 1 to 12; undefined when it is none. */
export function monthByName(name: string): number | undefined {
	const place = monthNames.findIndex((names) => names.split('|').includes(name.replace('.', '')));
	return place < 0 ? undefined : place + 1;
}

const year = '((?:19|20)\\d{2})';
const quarter = '(?:q|k|kw0?|kwartaal )\\s?([1-4])';

type Notation = readonly [pattern: RegExp, write: (parts: readonly string[]) => string | undefined];

const asMonth = (wholeYear: string, month: string | number) =>
	Number(month) >= 1 && Number(month) <= 12
		? `${wholeYear}-${String(month).padStart(2, '0')}`
		: undefined;

const notations: readonly Notation[] = [
	[new RegExp(`^${year}(?:jj00)?$`), ([y = '']) => y],
	[new RegExp(`^${year}[-\\s/]?${quarter}$`), ([y, q]) => `${y}-Q${q}`],
	[new RegExp(`^${quarter}[-\\s/]?${year}$`), ([q, y]) => `${y}-Q${q}`],
	[new RegExp(`^([1-4])e kwartaal ${year}$`), ([q, y]) => `${y}-Q${q}`],
	[new RegExp(`^${year}(?:mm|-|/)?(\\d{2})$`), ([y = '', m = '']) => asMonth(y, m)],
	[new RegExp(`^(\\d{1,2})[-/]${year}$`), ([m = '', y = '']) => asMonth(y, m)],
	[new RegExp(`^([a-z]{3,9}\\.?)[-\\s]${year}$`), ([n = '', y = '']) => named(y, n)],
	[/^([a-z]{3,9}\.?)[-\s](\d{2})$/, ([n = '', y = '']) => named(`20${y}`, n)]
];

function named(wholeYear: string, name: string): string | undefined {
	const month = monthByName(name);
	return month ? asMonth(wholeYear, month) : undefined;
}

/** How Statistics Netherlands and registrations write that figures may still change: `2024*`, `2024 (voorlopig)`. */
const provisionalMark = /\s*(?:\*{1,2}|\(?\b(?:nader )?(?:voorlopige?|provisional)\b\.?\)?)$/i;

/** Tells whether a text such as `2024*` or `12,4*` says that what it is about may still change. */
export function isProvisional(text: string): boolean {
	return provisionalMark.test(text.trim());
}

/** The text without the mark that says that figures may still change. */
export function withoutProvisional(text: string): string {
	return text.trim().replace(provisionalMark, '');
}

/**
 * Reads a period in any of the notations of registrations and of Statistics Netherlands, as
 * `2024`, `2024-Q1` or `2024-01`; a mark that says that it is provisional is passed over.
 * @example readPeriod('4e kwartaal 2024') // { period: '2024-Q4' }
 */
export function readPeriod(text: string): PeriodReading {
	const plain = withoutProvisional(text)
		.toLowerCase()
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/\s+/g, ' ');
	for (const [pattern, write] of notations) {
		const match = pattern.exec(plain);
		const period = match && write(match.slice(1));
		if (period) return { period };
	}
	if (/^(19|20)\d{2}\s?[-/]\s?(19|20)\d{2}$/.test(plain)) return { reason: 'range' };
	return { reason: /\bweek\b|^\d{4}w\d/.test(plain) ? 'week' : 'unreadable' };
}

/** How fine a period such as `2024-Q1` is. */
export function granularityOf(period: string): Granularity {
	if (period.length === 4) return 'year';
	return period.includes('Q') ? 'quarter' : 'month';
}

/** The year, quarter or month in which a day `2024-03-05` falls. */
export function periodOf(day: string, granularity: Granularity): string {
	const [wholeYear = '', month = ''] = day.split('-');
	if (granularity === 'year') return wholeYear;
	if (granularity === 'month') return `${wholeYear}-${month}`;
	return `${wholeYear}-Q${Math.ceil(Number(month) / 3)}`;
}

/** Years since the year 0 at the middle of a period, to draw periods of any length on one line. */
export function middleOf(period: string): number {
	const wholeYear = Number(period.slice(0, 4));
	if (period.length === 4) return wholeYear + 0.5;
	const part = Number(period.slice(-1));
	if (period.includes('Q')) return wholeYear + (part - 0.5) / 4;
	return wholeYear + (Number(period.slice(5)) - 0.5) / 12;
}
