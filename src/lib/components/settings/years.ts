/** Reads years that are typed after each other, `2026, 2030`; undefined when one of them is none. */
export function readYears(text: string): number[] | undefined {
	const words = text.split(/[\s,;]+/).filter(Boolean);
	if (!words.every((word) => /^(?:19|20|21)\d\d$/.test(word))) return undefined;
	return [...new Set(words.map(Number))].sort((one, other) => one - other);
}
