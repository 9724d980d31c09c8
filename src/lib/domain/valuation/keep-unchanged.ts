/**
 * Gives the next value with every part that equals the previous one replaced by the previous object, so
 * that what did not change is recognised by identity and does not move on screen. Also across threads,
 * where everything that arrives is a copy.
 * For trees of plain objects, lists and columns of numbers; anything else is the same only when it is the
 * same object.
 */
export function keepUnchanged<Value>(previous: Value, next: Value): Value {
	if (previous === next) return next;
	if (previous instanceof Float64Array && next instanceof Float64Array)
		return haveSameNumbers(previous, next) ? previous : next;
	if (!isTree(previous) || !isTree(next)) return next;
	return keepParts(previous, next) ? previous : next;
}

type Tree = Record<string | number, unknown>;

function isTree(value: unknown): value is Tree {
	return typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);
}

function haveSameNumbers(previous: Float64Array, next: Float64Array): boolean {
	if (previous.length !== next.length) return false;
	for (let place = 0; place < next.length; place += 1)
		if (!Object.is(previous[place], next[place])) return false;
	return true;
}

/** Replaces the parts of next that equal those of previous; tells whether all of them do. */
function keepParts(previous: Tree, next: Tree): boolean {
	if (Array.isArray(next)) return Array.isArray(previous) && keepItems(previous, next);
	let same = !Array.isArray(previous);
	let left = 0;
	for (const key in next) {
		const before = previous[key];
		const now = next[key];
		left += 1;
		if (Object.is(before, now)) continue;
		const kept = keepUnchanged(before, now);
		next[key] = kept;
		if (!Object.is(kept, before)) same = false;
	}
	for (const _ in previous) left -= 1;
	return same && left === 0;
}

/** The same for lists, by place: by name would cost several times as much. */
function keepItems(previous: readonly unknown[], next: unknown[]): boolean {
	let same = previous.length === next.length;
	for (let place = 0; place < next.length; place += 1) {
		const before = previous[place];
		const now = next[place];
		if (Object.is(before, now)) continue;
		const kept = keepUnchanged(before, now);
		next[place] = kept;
		if (!Object.is(kept, before)) same = false;
	}
	return same;
}
