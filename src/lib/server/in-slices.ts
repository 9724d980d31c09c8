/** Lets whatever waits for the thread go first: other people's edits, a timer, a request. */
export function letOthersGo(): Promise<void> {
	return new Promise((resume) => void setImmediate(resume));
}

/**
 * Does work on a long list part by part, so that the server's one thread is free in between.
 *
 * @param size how many items are done at once: a few milliseconds of work
 * @throws what the work throws; later parts are not done
 */
export async function inSlices<Item>(
	items: readonly Item[],
	size: number,
	work: (some: readonly Item[]) => void | Promise<void>
): Promise<void> {
	for (let from = 0; from < items.length; from += size) {
		if (from > 0) await letOthersGo();
		await work(items.slice(from, from + size));
	}
}
