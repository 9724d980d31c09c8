import type { PremortemCard } from '#lib/document/session/premortem.ts';

/** Cards that lie together under a name; without a name they lie apart. */
export type Cluster = { readonly name: string; readonly cards: readonly PremortemCard[] };

/** Lays cards together, the largest heap first and the loose cards last. */
export function clustersOf(cards: readonly PremortemCard[]): Cluster[] {
	const byName = Map.groupBy(cards, ({ cluster }) => cluster);
	return [...byName]
		.map(([name, together]) => ({ name, cards: together }))
		.sort((one, other) => {
			if ((one.name === '') !== (other.name === '')) return one.name === '' ? 1 : -1;
			return other.cards.length - one.cards.length;
		});
}
