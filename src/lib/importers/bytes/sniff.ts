import { Refused } from '../problem.ts';

/** Looks at the first bytes, whatever the name says: programs save many things as ".csv". */
export function refuseOtherContent(bytes: Uint8Array): void {
	if (bytes.length === 0) throw new Refused('empty');
	if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
		throw new Refused('is-spreadsheet');
	}
	const start = String.fromCharCode(...bytes.subarray(0, 200)).toLowerCase();
	if (/^[^a-z<]*<(!doctype html|html|head|body)/.test(start)) throw new Refused('is-web-page');
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
	return signature.every((byte, place) => bytes[place] === byte);
}
