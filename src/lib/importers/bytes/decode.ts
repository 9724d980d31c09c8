import { Refused } from '../problem.ts';
import type { Encoding } from '../settings.ts';

export type DecodedText = { readonly text: string; readonly encoding: Encoding };

/**
 * Turns bytes into text. The byte order mark decides; without one, text that is not strict UTF-8 is
 * windows-1252, in which older Dutch programs write.
 *
 * @param chosen overrules what is detected
 * @throws {Refused} `is-binary` when the text holds NUL
 */
export function decode(bytes: Uint8Array, chosen?: Encoding): DecodedText {
	const encoding = chosen ?? detectEncoding(bytes);
	const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '');
	if (text.includes('\u0000')) throw new Refused('is-binary');
	return { text, encoding };
}

function detectEncoding(bytes: Uint8Array): Encoding {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return 'utf-8';
	} catch {
		return 'windows-1252';
	}
}
