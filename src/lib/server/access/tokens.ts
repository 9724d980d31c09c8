import { createHash, randomBytes } from 'node:crypto';

/** Gives that many unpredictable bytes; passed in so that a test can fix it. */
export type RandomBytes = (count: number) => Uint8Array;

const tokenPattern = /^[A-Za-z0-9_-]{22}$/;

/** A secret of 128 bits in 22 characters that need no escaping in an address. */
export function newToken(random: RandomBytes = randomBytes): string {
	return Buffer.from(random(16)).toString('base64url');
}

export function isToken(value: unknown): value is string {
	return typeof value === 'string' && tokenPattern.test(value);
}

/**
 * SHA-256 of a token, which is what the store keeps.
 *
 * A plain hash is enough here: a token is random, so there is nothing to guess from a list.
 */
export function hashToken(token: string): Uint8Array {
	return new Uint8Array(createHash('sha256').update(token).digest());
}

const idAlphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id of 16 lower-case letters and digits, 82 bits. */
export function newId(random: RandomBytes = randomBytes): string {
	return pick(16, idAlphabet, random);
}

/** Always the same id for the same command of the same member, so that a repeat makes nothing new. */
export function idOfCommand(memberId: string, commandId: string): string {
	return createHash('sha256').update(`${memberId} ${commandId}`).digest('hex').slice(0, 16);
}

/** Letters and digits that are hard to confuse, read aloud or written down: no 0 O 1 I L. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A spoken code of eight characters; the first two name the shard it is counted in. */
export function newCode(random: RandomBytes = randomBytes): string {
	return pick(8, codeAlphabet, random);
}

/**
 * Reads a code as people type it: any case, with spaces or dashes.
 *
 * @returns the eight characters, or undefined when this can't be a code
 */
export function readCode(text: string): string | undefined {
	const code = text.replaceAll(/[\s-]/g, '').toUpperCase();
	const fits = code.length === 8 && [...code].every((letter) => codeAlphabet.includes(letter));
	return fits ? code : undefined;
}

export function shardOfCode(code: string): string {
	return code.slice(0, 2);
}

/** Picks characters with equal chances: bytes that would favour the first ones are thrown away. */
function pick(length: number, alphabet: string, random: RandomBytes): string {
	const fair = 256 - (256 % alphabet.length);
	let text = '';
	while (text.length < length) {
		for (const byte of random(length)) {
			if (byte < fair && text.length < length) text += alphabet[byte % alphabet.length];
		}
	}
	return text;
}
