/** Tells whether a text is as long as a spoken code; the server knows whether it is one. */
export function isSpokenCode(text: string): boolean {
	return /^[A-Z0-9]{8}$/i.test(text.replaceAll(/[\s-]/g, ''));
}

/** Writes a code in two groups, as people say it; typed in like that it works as well. */
export function spokenCode(code: string): string {
	return `${code.slice(0, 4)} ${code.slice(4)}`;
}
