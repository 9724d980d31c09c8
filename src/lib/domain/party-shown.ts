/**
 * Tells of which parties it may be shown that an estimate is theirs: those with at least so many
 * estimates that a number can't be traced to a person (k-anonymity; L. Sweeney, International Journal
 * of Uncertainty, Fuzziness and Knowledge-Based Systems 10(5), 2002).
 *
 * @param partyIds the party of every estimate in a round; null for none
 * @param minGroupSize the k of k-anonymity
 */
export function partiesShown(
	partyIds: readonly (string | null)[],
	minGroupSize: number
): ReadonlySet<string> {
	const counts = new Map<string, number>();
	for (const id of partyIds) {
		if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
	}
	return new Set([...counts].filter(([, count]) => count >= minGroupSize).map(([id]) => id));
}
