import { describe, expect, test } from 'vitest';
import {
	hashToken,
	isToken,
	newCode,
	newId,
	newToken,
	readCode,
	shardOfCode
} from '#lib/server/access/tokens.ts';

/** Bytes that count up and wrap, so that every value comes by. */
function countingBytes(): (count: number) => Uint8Array {
	let next = 0;
	return (count) => Uint8Array.from({ length: count }, () => next++ % 256);
}

describe('tokens', () => {
	test('a token carries all 128 bits of its randomness', () => {
		const bytes = Uint8Array.from({ length: 16 }, (_, index) => 255 - index * 7);
		const token = newToken(() => bytes);
		expect(token).toHaveLength(22);
		expect(new Uint8Array(Buffer.from(token, 'base64url'))).toEqual(bytes);
	});

	test('two tokens are never the same', () => {
		expect(new Set(Array.from({ length: 1000 }, () => newToken())).size).toBe(1000);
	});

	test.each([newToken(), 'AAAAAAAAAAAAAAAAAAAA_-'])('%s can be a token', (token) => {
		expect(isToken(token)).toBe(true);
	});

	test.each(['', 'short', `${newToken()}x`, 'AAAAAAAAAAAAAAAAAAAA =', 7, null, undefined])(
		'%s cannot be a token',
		(value) => {
			expect(isToken(value)).toBe(false);
		}
	);

	test('the store sees the SHA-256 of a token, never the token', () => {
		// FIPS 180-2, appendix B.1: the digest of "abc".
		expect(Buffer.from(hashToken('abc')).toString('hex')).toBe(
			'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
		);
	});
});

describe('spoken codes', () => {
	test('a code has eight characters that nobody confuses', () => {
		const letters = Array.from({ length: 400 }, () => newCode()).join('');
		expect(letters).toMatch(/^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]+$/);
		expect(letters).toHaveLength(3200);
	});

	test('every character is as likely as any other', () => {
		const random = countingBytes();
		const counts = new Map<string, number>();
		// 31 × 8 of the 256 byte values are used: with all of them in turn each letter comes equally often.
		for (let made = 0; made < 31 * 10; made++) {
			for (const letter of newCode(random)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
		}
		expect(counts.size).toBe(31);
		expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(8);
	});

	test.each(['ABCD2345', 'abcd2345', 'abcd 2345', ' AB-CD-23-45 '])('%s is read', (typed) => {
		expect(readCode(typed)).toBe('ABCD2345');
	});

	test.each(['', 'ABCD234', 'ABCD23456', 'ABCD234O', 'ABCD234I', 'ABCD 234!'])(
		'%s cannot be a code',
		(typed) => {
			expect(readCode(typed)).toBeUndefined();
		}
	);

	test('the first two characters name the shard', () => {
		expect(shardOfCode('ABCD2345')).toBe('AB');
	});
});

test('an id of a workshop has 16 lower-case letters and digits', () => {
	expect(newId()).toMatch(/^[a-z0-9]{16}$/);
	expect(newId(countingBytes())).toBe('abcdefghijklmnop');
});
