import {
	formatEuros,
	formatExactNumber,
	formatNumber,
	formatPercent,
	formatTyped,
	formatTypedPercent
} from '#lib/i18n/format.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import { readNumber, type NumberReading } from '#lib/i18n/read-number.ts';

/** What a number in a field counts. A share is stored from 0 to 1 and typed as a percentage. */
export type NumberUnit = 'plain' | 'euros' | 'share' | 'year';

/** Reads what somebody typed in a field of this unit. */
export function readIn(unit: NumberUnit, text: string, language: LanguageCode): NumberReading {
	return readNumber(text, language, unit === 'share' ? 'share' : 'number');
}

/**
 * Writes a stored number as it stands in a box; nothing for a number that is not filled in.
 * Thousands stand apart where that can be read in one way only: `6.200.000`, but `1234`.
 */
export function typedIn(unit: NumberUnit, value: number | null, language: LanguageCode): string {
	if (value === null) return '';
	if (unit === 'share') return formatTypedPercent(language, value);
	const plain = formatTyped(language, value);
	if (unit === 'year') return plain;
	const grouped = formatExactNumber(language, value);
	const reading = readNumber(grouped, language);
	return reading.kind === 'number' && reading.value === value ? grouped : plain;
}

/** Writes a number as it stands in a sentence: `€ 9.000`, `12,5%`, `1.234`. */
export function shownIn(unit: NumberUnit, value: number, language: LanguageCode): string {
	if (unit === 'euros') return formatEuros(language, value);
	if (unit === 'year') return formatTyped(language, value);
	if (unit === 'share') return formatPercent(language, value);
	return formatNumber(language, value);
}

/** From here on digits in a row are hard to read, and are repeated with their thousands apart. */
const manyDigits = 10_000;

/** Gives what was understood, exactly; nothing where the text already says it in so many words. */
export function echoOf(unit: NumberUnit, text: string, language: LanguageCode): string | undefined {
	const reading = readIn(unit, text, language);
	if (reading.kind !== 'number') return undefined;
	const { value } = reading;
	const literal = [typedIn(unit, value, language), plainIn(unit, value, language)].some(
		(typed) => bare(typed) === bare(text)
	);
	if (literal && (unit === 'year' || Math.abs(value) < manyDigits)) return undefined;
	const shown = exactlyIn(unit, value, language);
	return bare(shown) === bare(text) ? undefined : shown;
}

function plainIn(unit: NumberUnit, value: number, language: LanguageCode): string {
	return unit === 'share' ? formatTypedPercent(language, value) : formatTyped(language, value);
}

function exactlyIn(unit: NumberUnit, value: number, language: LanguageCode): string {
	if (unit === 'euros') return formatEuros(language, value);
	if (unit === 'share') return formatTypedPercent(language, value);
	return formatExactNumber(language, value);
}

function bare(text: string): string {
	return text.replace(/[€%\s]/g, '').replace('\u2212', '-');
}
