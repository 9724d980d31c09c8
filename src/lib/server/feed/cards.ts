import type { CardNames } from '#lib/document/session/view.ts';
import type { Hub } from '../rooms/hub.ts';
import type { MemberRow } from '../store/store.ts';
import { readBoard } from '../workshops/documents.ts';

/** Names the cards that somebody on a phone can ask a question about. */
export function cardsOnBoard(hub: Hub, { workshopId }: MemberRow): Promise<CardNames> {
	return readBoard(hub, workshopId, ({ workshop, measures, effects }) => ({
		workshopId: workshop.id,
		cards: [
			...measures.map(({ id, title }) => ({ kind: 'measure' as const, id, title })),
			...effects.map(({ id, title }) => ({ kind: 'effect' as const, id, title }))
		]
	}));
}
