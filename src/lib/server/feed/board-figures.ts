import type { BoardContent } from '#lib/document/content.ts';
import { rootOf } from '#lib/document/roots.ts';
import type { BoardFigures } from '#lib/document/session/view.ts';
import type { Target } from '#lib/domain/challenge.ts';

/** Takes from the board what the phone and the projector show. */
export function boardFigures(board: BoardContent, spotlight: Target | undefined): BoardFigures {
	const { title, question, language } = board.workshop;
	return {
		...{ title, question, language },
		parties: board.parties.map(({ id, name }) => ({ id, name })),
		counts: {
			parties: board.parties.length,
			measures: board.measures.length,
			effects: board.effects.length,
			scenarios: board.scenarios.length
		},
		spotlight: spotlight ? cardShown(board, spotlight) : null
	};
}

function cardShown(board: BoardContent, { kind, id }: Target): BoardFigures['spotlight'] {
	if (kind === 'workshop') return { kind, id, title: board.workshop.title };
	if (kind === 'round') return null;
	const card = board[rootOf[kind]].find((record) => record.id === id);
	if (!card) return null;
	if ('title' in card) return { kind, id, title: card.title };
	return { kind, id, title: 'name' in card ? card.name : card.text };
}
