/** Index of the last one that starts at or before a clock tick; -1 when there is none. */
export function lastFrom<Thing>(
	ascending: readonly Thing[],
	clock: number,
	clockOf: (thing: Thing) => number
): number {
	let low = 0;
	let end = ascending.length;
	while (low < end) {
		const middle = (low + end) >> 1;
		if (clockOf(ascending[middle] as Thing) <= clock) low = middle + 1;
		else end = middle;
	}
	return low - 1;
}
