import type { LanguageCode } from './languages.ts';

const decimalMarks: Readonly<Record<LanguageCode, string>> = { nl: ',', en: '.' };

/**
 * Lists what digits with points, commas and spaces may mean, as numerals with a decimal point:
 * nothing when the separators don't fit, two when a single mark may split thousands or decimals.
 * Amounts in euros have at most two decimals, so there `12.500` has one meaning.
 */
export function readNumerals(
	typed: string,
	language: LanguageCode,
	inEuros: boolean
): readonly string[] {
	const text = joinSpacedGroups(typed.replace(/[.,]$/, ''));
	if (text === undefined) return [];
	const marks = text.replace(/\d/g, '');
	if (marks.length === 0) return [text];
	if (marks.length === 1) return readSingleMark(text, marks, decimalMarks[language], inEuros);
	return readSeveralMarks(text, marks);
}

/** Takes out the spaces of `12 500,50`; undefined when they don't split off groups of three. */
function joinSpacedGroups(text: string): string | undefined {
	if (!/\s/.test(text)) return text;
	return /^\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/.test(text) ? text.replace(/\s/g, '') : undefined;
}

function readSingleMark(
	text: string,
	mark: string,
	decimalMark: string,
	inEuros: boolean
): readonly string[] {
	const asDecimal = text.replace(mark, '.').replace(/^\./, '0.');
	const asThousands = text.replace(mark, '');
	if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return [asDecimal];
	if (mark !== decimalMark) return inEuros ? [asThousands] : [asThousands, asDecimal];
	return inEuros ? [asDecimal, asThousands] : [asDecimal];
}

function readSeveralMarks(text: string, marks: string): readonly string[] {
	const first = marks.slice(0, 1);
	const last = marks.slice(-1);
	if (!/^\d{1,3}(?:[.,]\d{3})+(?:[.,]\d*)?$/.test(text)) return [];
	const inside = marks.slice(0, -1);
	if (inside !== first.repeat(inside.length)) return [];
	if (first === last) return /[.,]\d{3}$/.test(text) ? [text.replaceAll(first, '')] : [];
	return [text.replaceAll(first, '').replace(last, '.')];
}
