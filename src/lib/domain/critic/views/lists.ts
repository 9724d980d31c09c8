const none: readonly never[] = [];

/** Lists under a key, in the order in which they came. */
export class Lists<Item> {
	readonly #lists = new Map<string, Item[]>();

	add(key: string | null, item: Item): void {
		if (key === null) return;
		const list = this.#lists.get(key);
		if (list) list.push(item);
		else this.#lists.set(key, [item]);
	}

	of(key: string): readonly Item[] {
		return this.#lists.get(key) ?? none;
	}
}
