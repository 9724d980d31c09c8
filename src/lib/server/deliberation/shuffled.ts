/** Gives things in an order that says nothing of who came first; `newId` is the chance in it. */
export function shuffled<Item>(items: readonly Item[], newId: () => string): Item[] {
	return items
		.map((item) => ({ item, key: newId() }))
		.sort((one, other) => (one.key < other.key ? -1 : 1))
		.map(({ item }) => item);
}
