import { locales, type LanguageCode } from './languages.ts';

const space = '\u00a0';
const minus = '\u2212';
const formatters = new Map<string, Intl.NumberFormat>();

function numberFormat(
	language: LanguageCode,
	options: Intl.NumberFormatOptions
): Intl.NumberFormat {
	const name = language + JSON.stringify(options);
	let formatter = formatters.get(name);
	if (!formatter) {
		formatter = new Intl.NumberFormat(locales[language], { ...options, signDisplay: 'never' });
		formatters.set(name, formatter);
	}
	return formatter;
}

function write(language: LanguageCode, value: number, options: Intl.NumberFormatOptions): string {
	const digits = numberFormat(language, options).format(value);
	return value < 0 && /[1-9]/.test(digits) ? minus + digits : digits;
}

/** Writes a number with at most three decimals: `12.500`, `4,5`, `−3`. */
export function formatNumber(language: LanguageCode, value: number): string {
	return write(language, value, { maximumFractionDigits: 3 });
}

/** Writes a number exactly, with its thousands apart: `12.500`, `0,00025`. */
export function formatExactNumber(language: LanguageCode, value: number): string {
	return write(language, value, { maximumSignificantDigits: 17 });
}

/** Writes a number as somebody would type it, exactly and without thousands: `12500`, `1234,5`. */
export function formatTyped(language: LanguageCode, value: number): string {
	return write(language, value, { useGrouping: false, maximumSignificantDigits: 17 });
}

/** Writes a share (0.125) as a percentage with at most one decimal: `12,5%`. */
export function formatPercent(language: LanguageCode, share: number): string {
	return write(language, share, { style: 'percent', maximumFractionDigits: 1 });
}

/** Writes a chance in whole percents; no number of samples makes it certain, so it is never 0 or 100%. */
export function formatChance(language: LanguageCode, chance: number): string {
	if (chance < 0.01) return `< ${formatPercent(language, 0.01)}`;
	if (chance > 0.99) return `> ${formatPercent(language, 0.99)}`;
	return formatPercent(language, Math.round(chance * 100) / 100);
}

/** Writes a share as somebody would type it, exactly: `12,5%`. */
export function formatTypedPercent(language: LanguageCode, share: number): string {
	return write(language, share, {
		style: 'percent',
		useGrouping: false,
		maximumSignificantDigits: 17
	});
}

function withEuroSign(digits: string): string {
	return digits.startsWith(minus)
		? `${minus}${space}€${space}${digits.slice(1)}`
		: `€${space}${digits}`;
}

/** Writes euros in full, with cents only where there are cents: `€ 12.500`, `€ 2,50`, `− € 300`. */
export function formatEuros(language: LanguageCode, euros: number): string {
	const hasCents = Math.round(euros * 100) % 100 !== 0;
	return withEuroSign(
		write(language, euros, {
			minimumFractionDigits: hasCents ? 2 : 0,
			maximumFractionDigits: hasCents ? 2 : 0
		})
	);
}

const largeUnits: readonly { from: number; names: Readonly<Record<LanguageCode, string>> }[] = [
	{ from: 1e9, names: { nl: 'mld', en: 'bn' } },
	{ from: 1e6, names: { nl: 'mln', en: 'm' } }
];

/** Writes euros for a sentence, in two significant digits: `€ 1,2 mln`, `€ 790.000`, `€ 85`. */
export function formatEurosShort(language: LanguageCode, euros: number): string {
	const rounded = Number(euros.toPrecision(2));
	const unit = largeUnits.find(({ from }) => Math.abs(rounded) >= from);
	if (!unit) return withEuroSign(write(language, rounded, { maximumFractionDigits: 0 }));
	const digits = write(language, rounded / unit.from, {
		useGrouping: false,
		minimumSignificantDigits: 2,
		maximumSignificantDigits: 6
	});
	return withEuroSign(digits) + space + unit.names[language];
}

/** Writes euros with a sign in front, for what is left over: `+ € 180.000`, `− € 730.000`, `€ 0`. */
export function formatEurosSigned(language: LanguageCode, euros: number): string {
	const text = formatEurosShort(language, euros);
	return euros > 0 && /[1-9]/.test(text) ? `+${space}${text}` : text;
}

const between: Readonly<Record<LanguageCode, (low: string, high: string) => string>> = {
	nl: (low, high) => `tussen ${low} en ${high}`,
	en: (low, high) => `between ${low} and ${high}`
};

/** Writes a range for a sentence: `tussen € 180.000 en € 420.000`; equal ends are one amount. */
export function formatEurosRange(language: LanguageCode, low: number, high: number): string {
	const [from, to] = [formatEurosShort(language, low), formatEurosShort(language, high)];
	return from === to ? from : between[language](from, to);
}

/** Writes a length of time in whole years or in months: `2 jaar`, `18 maanden`. */
export function formatDuration(language: LanguageCode, months: number): string {
	const inYears = months !== 0 && months % 12 === 0;
	return write(language, inYears ? months / 12 : months, {
		style: 'unit',
		unit: inYears ? 'year' : 'month',
		unitDisplay: 'long'
	});
}
