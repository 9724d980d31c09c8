/**
 * What windows-1252 shows for the bytes 80 to 9F, in order; five of them stand for nothing.
 * Source: the WHATWG Encoding Standard, index windows-1252.
 */
const upperHalf =
	'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
	'\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Tells whether text was encoded twice, as in `ChassÃ©` for `Chassé`. */
export function looksGarbled(text: string): boolean {
	return /\u00c3[\u0080-\u00bf\u2018-\u203a\u0152-\u0192]|\u00c2[\u00a0-\u00bf]|\u00ef\u00bb\u00bf/.test(
		text
	);
}

/** Undoes one encoding too many; what was lost in it becomes a replacement character. */
export function repairGarbled(text: string): string {
	const bytes = Uint8Array.from(text, byteOf);
	return new TextDecoder('utf-8').decode(bytes).replace(/^\ufeff/, '');
}

function byteOf(character: string): number {
	const place = upperHalf.indexOf(character);
	return place >= 0 ? 0x80 + place : character.charCodeAt(0) & 0xff;
}
