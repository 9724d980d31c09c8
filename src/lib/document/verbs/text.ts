import type * as Y from 'yjs';

/**
 * Turns a shared text into other words by one deletion and one insertion, as small as they can be,
 * so that words which somebody else types in it at the same time stay.
 */
export function editText(text: Y.Text, next: string): void {
	const words = next.toWellFormed();
	const before = text.toString();
	if (before === words) return;
	const start = commonStart(before, words);
	const end = commonEnd(before.slice(start), words.slice(start));
	const removed = before.length - start - end;
	if (removed > 0) text.delete(start, removed);
	if (words.length > start + end) text.insert(start, words.slice(start, words.length - end));
}

/** Counts the characters that both begin with, never ending inside a character of two code units. */
function commonStart(one: string, other: string): number {
	const most = Math.min(one.length, other.length);
	let count = 0;
	while (count < most && one.charCodeAt(count) === other.charCodeAt(count)) count += 1;
	return count > 0 && isFirstHalf(one.charCodeAt(count - 1)) ? count - 1 : count;
}

/** Counts the characters that both end with, never beginning inside a character of two code units. */
function commonEnd(one: string, other: string): number {
	const most = Math.min(one.length, other.length);
	let count = 0;
	while (count < most && one.at(-1 - count) === other.at(-1 - count)) count += 1;
	return count > 0 && isSecondHalf(one.charCodeAt(one.length - count)) ? count - 1 : count;
}

function isFirstHalf(unit: number): boolean {
	return unit >= 0xd800 && unit < 0xdc00;
}

function isSecondHalf(unit: number): boolean {
	return unit >= 0xdc00 && unit < 0xe000;
}
