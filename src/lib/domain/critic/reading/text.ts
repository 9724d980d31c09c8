/** Tells whether a text is missing or only white space. */
export function isBlank(text: string | null | undefined): boolean {
	return (text ?? '').trim() === '';
}

/** A text as it is compared: trimmed, in lower case. */
export function norm(text: string): string {
	return text.trim().toLowerCase();
}
