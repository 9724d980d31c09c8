/** A settled result, and the quick result of the same moment. */
export type Settled<Value> = { readonly settled: Value; readonly quick: Value };

/**
 * Gives a quick result with every part that is still as it was when the picture settled replaced by its
 * settled figure. So an edit moves what it touches, and nothing falls back to fewer samples beside it.
 * Parts are compared by identity: pass results that went through keepUnchanged.
 */
export function carrySettled<Value>(now: Value, { settled, quick }: Settled<Value>): Value {
	if (Object.is(now, quick)) return settled;
	if (!areTrees(now, quick, settled)) return now;
	if (Array.isArray(now))
		return now.map((part, place) => carryPart(part, { settled, quick }, place)) as Value;
	const parts = Object.entries(now as object).map(([name, part]) => [
		name,
		carryPart(part, { settled, quick }, name)
	]);
	return Object.fromEntries(parts) as Value;
}

function carryPart(now: unknown, { settled, quick }: Settled<unknown>, key: string | number) {
	const [one, other] = [settled, quick].map((tree) => (tree as Record<string, unknown>)[key]);
	return carrySettled(now, { settled: one, quick: other });
}

function areTrees(...values: readonly unknown[]): boolean {
	return values.every(
		(value) => typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)
	);
}
