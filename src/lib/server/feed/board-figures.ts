import type { BoardContent } from '#lib/document/content.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import type { BoardFigures } from '#lib/document/session/view.ts';
import { spotlightView } from '#lib/document/session/spotlight-view.ts';

/** Takes from the board what the phone and the projector show. */
export function boardFigures(
	board: BoardContent,
	{ spotlight, rounds }: Pick<SessionContent, 'spotlight' | 'rounds'>
): BoardFigures {
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
		spotlight: spotlight ? spotlightView(board, spotlight, rounds) : null
	};
}
