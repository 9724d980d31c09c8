/**
 * Puts a list in an order that says nothing about the order it had: each of its orders is equally likely.
 *
 * The Fisher-Yates shuffle in place (R. Durstenfeld, "Algorithm 235: Random permutation", Communications
 * of the ACM 7(7), 1964), on a copy.
 *
 * @param random gives a chance in [0, 1)
 */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
	const order = [...items];
	for (let last = order.length - 1; last > 0; last -= 1) {
		const chosen = Math.floor(random() * (last + 1));
		// Both places exist, so this swaps two items.
		[order[last], order[chosen]] = [order[chosen], order[last]] as [Item, Item];
	}
	return order;
}
