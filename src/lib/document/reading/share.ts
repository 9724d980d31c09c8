/**
 * Gives a value that equals `next`, with every part that did not change taken from `previous`.
 * So `===` on a record, a list or a part of one tells whether it is still the same.
 */
export function share<Value>(previous: unknown, next: Value): Value {
	if (Object.is(previous, next) || !isObject(previous) || !isObject(next)) return next;
	if (Array.isArray(previous) !== Array.isArray(next)) return next;
	const before = previous as Record<string, unknown>;
	const keys = Object.keys(next);
	let same = Object.keys(before).length === keys.length;
	const shared: Record<string, unknown> = {};
	for (const key of keys) {
		shared[key] = share(before[key], (next as Record<string, unknown>)[key]);
		same &&= Object.hasOwn(before, key) && Object.is(shared[key], before[key]);
	}
	if (same) return previous as Value;
	return (Array.isArray(next) ? Object.values(shared) : shared) as Value;
}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
