/**
 * Codes of areas in the Netherlands, as Statistics Netherlands (CBS) gives them: `BU05990320` a
 * neighbourhood, `WK059903` a district, `GM0599` a municipality; and `PC3011` for four digits of a postcode.
 * The last digits of a neighbourhood or district may be letters: `BU0363AF01`.
 */
export const codeKinds = [
	'neighbourhood',
	'district',
	'municipality',
	'postcode',
	'country'
] as const;

export type CodeKind = (typeof codeKinds)[number];

type Shape = { readonly prefix: string; readonly length: number; readonly pattern: RegExp };

const shapes: Readonly<Record<CodeKind, Shape>> = {
	neighbourhood: { prefix: 'BU', length: 8, pattern: /^\d{4}[0-9A-Z]{4}$/ },
	district: { prefix: 'WK', length: 6, pattern: /^\d{4}[0-9A-Z]{2}$/ },
	municipality: { prefix: 'GM', length: 4, pattern: /^\d{4}$/ },
	postcode: { prefix: 'PC', length: 4, pattern: /^[1-9]\d{3}$/ },
	country: { prefix: 'NL', length: 2, pattern: /^\d{2}$/ }
};

/** What a code without prefix must be, by its length, when its column does not say so. */
const kindByLength: Readonly<Record<number, CodeKind>> = {
	8: 'neighbourhood',
	7: 'neighbourhood',
	6: 'district',
	5: 'district'
};

/** Lost zeros are put back in front of digits only: with letters in it a short code may be anything. */
function padded(text: string, length: number): string {
	const missing = length - text.length;
	return /^\d+$/.test(text) && missing > 0 && missing <= 3 ? text.padStart(length, '0') : text;
}

/**
 * Reads a code as programs write it: with or without prefix, lost zeros, an apostrophe or padding.
 *
 * @param kind what the column says it holds; a prefix in the code itself goes before it
 * @returns undefined for what is no code, such as `3,44E+06`, which a spreadsheet made of one
 * @example readAreaCode('5990320', 'neighbourhood') // 'BU05990320'
 */
export function readAreaCode(text: string, kind?: CodeKind): string | undefined {
	const bare = text.replace(/^'/, '').replace(/\s+/g, '').toUpperCase();
	const [, prefix = '', rest = ''] = /^(BU|WK|GM|PC|NL)?([0-9A-Z]+)$/.exec(bare) ?? [];
	const byPrefix = codeKinds.find((one) => shapes[one].prefix === prefix);
	const found = byPrefix ?? kind ?? kindByLength[rest.length];
	if (!found) return undefined;
	const shape = shapes[found];
	const digits = found === 'postcode' ? rest : padded(rest, shape.length);
	return shape.pattern.test(digits) ? shape.prefix + digits : undefined;
}

/** Tells what a code that was read names; undefined for anything else. */
export function kindOfCode(code: string): CodeKind | undefined {
	const kind = codeKinds.find((one) => code.startsWith(shapes[one].prefix));
	return kind && shapes[kind].pattern.test(code.slice(2)) ? kind : undefined;
}

/** The municipality in which a neighbourhood or district lies, by its code: `GM0599`. */
export function municipalityOf(code: string): string | undefined {
	return /^(BU|WK|GM)\d{4}/.test(code) ? `GM${code.slice(2, 6)}` : undefined;
}
