import { delimiters, type Delimiter } from '../settings.ts';

/**
 * Finds what separates the cells: the delimiter that occurs as often on every line, outside quotes, and at
 * all on the first ones. Commas in sentences come in all numbers, so they lose from `;` in a header.
 */
export function findDelimiter(text: string): Delimiter {
	const lines = sampleLines(text);
	const scored = delimiters.map((delimiter) => {
		const counts = lines.map((line) => countOutsideQuotes(line, delimiter));
		const most = commonest(counts.filter((count) => count > 0));
		const agreeing = counts.filter((count) => count === most && count > 0).length;
		return { delimiter, score: agreeing * 1000 + Math.min(most, 999) };
	});
	return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

function sampleLines(text: string): string[] {
	return text
		.slice(0, 60_000)
		.split('\n', 60)
		.filter((line) => line.trim() !== '');
}

function countOutsideQuotes(line: string, delimiter: string): number {
	return line.replace(/"[^"]*"/g, '').split(delimiter).length - 1;
}

function commonest(counts: readonly number[]): number {
	const tally = new Map<number, number>();
	for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
	return [...tally].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}
