import type { DecimalMark, Delimiter } from '../settings.ts';
import { cleanSigns } from './clean.ts';

export type CellNumber = { readonly value: number; readonly percent: boolean };

/** The cell without currency, percent sign and spaces between thousands; a percent sign is told. */
function bare(cell: string): { readonly digits: string; readonly percent: boolean } {
	if (/^-?[\d.,]+$/.test(cell)) return { digits: cell, percent: false };
	const percent = /%$/.test(cell);
	const digits = cell
		.replace(/^(-?)\s*(?:€|eur(?:o)?)\s*/i, '$1')
		.replace(/\s*(?:%|€|eur(?:o)?)$/i, '')
		.replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '');
	return { digits: digits.trim(), percent };
}

const patterns: Readonly<Record<DecimalMark, RegExp>> = {
	',': /^[-+]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+|(?=,))(?:,\d+)?(?:e[-+]?\d{1,3})?$/i,
	'.': /^[-+]?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+|(?=\.))(?:\.\d+)?(?:e[-+]?\d{1,3})?$/i
};

/**
 * Reads a number in the decimal mark of its file.
 *
 * @returns undefined when it is no number in that notation, or one too large to compute with
 */
export function readCellNumber(cell: string, mark: DecimalMark): CellNumber | undefined {
	if (/^-?\d{1,15}$/.test(cell)) return { value: Number(cell) + 0, percent: false };
	const { digits, percent } = bare(cleanSigns(cell));
	if (digits === '' || !patterns[mark].test(digits)) return undefined;
	const numeral =
		mark === ',' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
	const value = Number(numeral);
	return Number.isFinite(value) ? { value: value + 0, percent } : undefined;
}

const onlyPoint = [/^[-+]?(?:0|[1-9]\d{3,}|)\.\d+(?:e[-+]?\d+)?$/i, /^[-+]?\d+\.\d+e[-+]?\d+$/i];
const onlyComma = [/^[-+]?(?:0|[1-9]\d{3,}|),\d+(?:e[-+]?\d+)?$/i, /^[-+]?\d+,\d+e[-+]?\d+$/i];

/** What one cell says about the decimal mark; `either` for `1.234`, which may be two numbers. */
function evidence(cell: string): DecimalMark | 'either' | undefined {
	const { digits } = bare(cleanSigns(cell));
	if (!/^[-+]?[\d.,]+(?:e[-+]?\d+)?$/i.test(digits)) return undefined;
	if (/^[-+]?[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return 'either';
	if (/^[-+]?\d{1,3}(?:\.\d{3})+,\d+$|^[-+]?\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return ',';
	if (/^[-+]?\d{1,3}(?:,\d{3})+\.\d+$|^[-+]?\d{1,3}(?:,\d{3}){2,}$/.test(digits)) return '.';
	if (onlyPoint.some((one) => one.test(digits)) || /^[-+]?\d+\.\d+$/.test(digits)) return '.';
	if (onlyComma.some((one) => one.test(digits)) || /^[-+]?\d+,\d+$/.test(digits)) return ',';
	return undefined;
}

export type MarkFound = { readonly mark: DecimalMark; readonly ambiguous: boolean };

/**
 * Finds the decimal mark of a whole file, never of one cell: what most cells say, else what goes with the
 * delimiter. `ambiguous` when only numbers such as `1.234` are there to tell.
 */
export function findDecimalMark(
	rows: readonly { readonly cells: readonly string[] }[],
	delimiter: Delimiter
): MarkFound {
	const counts = { ',': 0, '.': 0, either: 0 };
	for (const { cells } of rows) {
		for (const cell of cells) {
			if (cell.length > 40 || !(cell.includes(',') || cell.includes('.'))) continue;
			const says = evidence(cell);
			if (says) counts[says] += 1;
		}
	}
	if (counts[','] !== counts['.']) {
		return { mark: counts[','] > counts['.'] ? ',' : '.', ambiguous: false };
	}
	return { mark: delimiter === ',' ? '.' : ',', ambiguous: counts.either > 0 };
}
