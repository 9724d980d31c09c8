import { digest } from 'lib0/hash/sha256';

/**
 * What files with the same columns in the same order have in common: SHA-256 of their header, 64
 * hexadecimal digits, so that they are recognised without keeping a word of them.
 *
 * @returns undefined when there is no header
 */
export function headerSignature(headers: readonly string[]): string | undefined {
	if (headers.every((header) => header === '')) return undefined;
	return hexOf(digest(new TextEncoder().encode(JSON.stringify(headers))));
}

/** Bytes as hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
