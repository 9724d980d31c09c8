import type { LanguageCode } from './languages.ts';
import { readNumerals } from './read-numerals.ts';

/** Why a typed text is not a number; each has a sentence in the locale files. */
export const unreadableReasons = ['no-digits', 'separators', 'word', 'too-large'] as const;

export type UnreadableReason = (typeof unreadableReasons)[number];

/** What a typed text says, when it is read as one number. */
export type NumberReading =
	| { readonly kind: 'empty' }
	| { readonly kind: 'number'; readonly value: number }
	| { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
	| { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/** A plain number (also euros), or a share that is shown and typed as a percentage. */
export type NumberMeaning = 'number' | 'share';

type Typed = { sign: string; inEuros: boolean; digits: string; word: string };

/** Powers of ten of what may stand behind a number; a Dutch `ton` is a hundred thousand. */
const powers: Readonly<Record<LanguageCode, Readonly<Record<string, number>>>> = {
	nl: {
		...{ '': 0, '%': -2, procent: -2, k: 3, duizend: 3, ton: 5 },
		...{ mln: 6, miljoen: 6, mld: 9, mrd: 9, miljard: 9 }
	},
	en: {
		...{ '': 0, '%': -2, percent: -2, k: 3, thousand: 3 },
		...{ m: 6, mln: 6, million: 6, bn: 9, billion: 9 }
	}
};

const largest = 1e15;

/**
 * Reads a number as people type it: `1.234,5`, `12k`, `2,5 ton`, `1,2 mln`, `€ 12.500,-`, `12,5%`.
 * A share is read as a percentage: `12,5` and `12,5%` are both 0.125.
 * `1.234` alone (English: `1,234`) may be two numbers, and then the answer is both of them.
 */
export function readNumber(
	text: string,
	language: LanguageCode,
	meaning: NumberMeaning = 'number'
): NumberReading {
	if (text.trim() === '') return { kind: 'empty' };
	if (!/\d/.test(text)) return { kind: 'unreadable', reason: 'no-digits' };
	const typed = takeApart(text);
	const power = typed && powers[language][typed.word];
	if (!typed || power === undefined) return { kind: 'unreadable', reason: 'word' };

	const numerals = readNumerals(typed.digits, language, typed.inEuros && power === 0);
	if (numerals.length === 0) return { kind: 'unreadable', reason: 'separators' };
	const bareShare = meaning === 'share' && power === 0;
	const values = numerals.map((numeral) =>
		Number(`${typed.sign}${numeral}e${bareShare ? -2 : power}`)
	);
	return answer(bareShare && !typed.sign ? [...values, ...asFractions(numerals)] : values);
}

function takeApart(text: string): Typed | undefined {
	const withoutEuros = text.toLowerCase().replace(/€|\beuro(?:'?s)?\b|\beur\b/g, ' ');
	const compact = withoutEuros
		.replace(/[\u2212\u2013\u2014]/g, '-')
		.trim()
		.replace(/[.,]-{1,2}$/, '');
	const [, sign, digits, word] =
		/^(-?)\s*([\d.,]+(?:\s\d{3})*(?:[.,]\d*)?)\s*(\D*)$/.exec(compact) ?? [];
	if (sign === undefined || digits === undefined || word === undefined) return undefined;
	return { sign, inEuros: withoutEuros !== text.toLowerCase(), digits, word };
}

/** Finds the second meaning of a share typed without percent sign: `0,5` may be a half. */
function asFractions(numerals: readonly string[]): number[] {
	return numerals
		.filter((numeral) => numeral.includes('.'))
		.map(Number)
		.filter((value) => value > 0 && value <= 1);
}

function answer(values: readonly number[]): NumberReading {
	const [first = 0, second] = values;
	if (values.some((value) => Math.abs(value) > largest)) {
		return { kind: 'unreadable', reason: 'too-large' };
	}
	if (second !== undefined) return { kind: 'ambiguous', readings: [first, second] };
	return { kind: 'number', value: first === 0 ? 0 : first };
}
