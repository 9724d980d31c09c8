/**
 * Beginnings of the keys that a phone needs. Its page loads only these texts, because all of them
 * together would be as large as the rest of the page.
 */
export const phoneTexts = [
	'error.',
	'estimate.',
	'number.',
	'phone.',
	'quantity.',
	'reveal.',
	'session.',
	'shell.',
	'ui.',
	'vote.'
] as const;

/** Tells whether a phone needs the text of a key. */
export function isPhoneText(key: string): boolean {
	return phoneTexts.some((beginning) => key.startsWith(beginning));
}
