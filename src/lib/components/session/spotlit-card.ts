import type { Target } from '#lib/domain/challenge.ts';
import type { BoardContent } from '#lib/document/content.ts';
import { rootOf } from '#lib/document/roots.ts';
import type { OpenCard } from '../arena/arena-state.svelte.ts';

/** What was brought to every screen: its title, and the card in the arena where it has one. */
export type SpotlitCard = { readonly title: string; readonly card: OpenCard | undefined };

/** Finds what is in the spotlight; undefined when it is no longer on the board. */
export function spotlitCard({ kind, id }: Target, board: BoardContent): SpotlitCard | undefined {
	if (kind === 'workshop') return { title: board.workshop.title, card: undefined };
	if (kind === 'round') return undefined;
	const record = board[rootOf[kind]].find((one) => one.id === id);
	if (!record) return undefined;
	const title = 'title' in record ? record.title : 'name' in record ? record.name : record.text;
	const inArena = kind === 'party' || kind === 'measure' || kind === 'effect';
	return { title, card: inArena ? { kind, id } : undefined };
}
