import { reason } from '#lib/domain/reason.ts';
import { unfit, type Refusal } from '../refusal.ts';

/** Longest text that one person can write in one go, in bytes of UTF-8: the server lets no longer one in. */
export const longestText = 16 * 1024;

/** Tells whether a text is longer than the server lets in. */
export function isTooLong(text: string): boolean {
	if (text.length * 3 <= longestText) return false;
	return new TextEncoder().encode(text).length > longestText;
}

/** Tells whether a plain value has a text that is too long, at any depth. */
export function hasTooLongText(value: unknown): boolean {
	if (typeof value === 'string') return isTooLong(value);
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(hasTooLongText);
}

/** Makes the refusal for a text that is too long. */
export function tooLong(path: string): Refusal {
	return unfit(path, reason('text-too-long'));
}
