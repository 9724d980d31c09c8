import { reason, type Reason } from '../reason.ts';
import { problemAt, type Problem } from './problem.ts';

/** Largest file that is read, in bytes of UTF-8. */
export const maximumBytes = 5_000_000;

/** A JSON value, or why there is none. */
export type Reading = { value: unknown } | { problem: Problem };

/**
 * Reads a JSON value from text or UTF-8 bytes; a byte order mark is passed over.
 *
 * @param most how many bytes are read at most: 5 MB unless given
 */
export function readJson(source: string | Uint8Array, most = maximumBytes): Reading {
	const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
	if (bytes.length > most) {
		return refuse(reason('file-too-large'));
	}
	const text = decode(bytes);
	if (text === undefined) {
		return refuse(reason('not-utf-8'));
	}
	return parseJson(text);
}

function decode(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function parseJson(text: string): Reading {
	try {
		return { value: JSON.parse(text) };
	} catch (error) {
		const cause = error instanceof Error ? error.message : String(error);
		return refuse(reason('not-json', { reason: cause }));
	}
}

function refuse(why: Reason): Reading {
	return { problem: problemAt('', why) };
}
