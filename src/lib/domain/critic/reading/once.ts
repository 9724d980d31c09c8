/**
 * Works something out once for each object. Records and lists never change: an edit makes others.
 * @example const scalesOf = once(measuresIn)
 */
export function once<Item extends object, Result>(
	work: (item: Item) => Result
): (item: Item) => Result {
	const results = new WeakMap<Item, Result>();
	return (item) => {
		const before = results.get(item);
		if (before !== undefined || results.has(item)) return before as Result;
		const result = work(item);
		results.set(item, result);
		return result;
	};
}
