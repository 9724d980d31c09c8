import type { Arena } from './arena-state.svelte.ts';
import type { Suggestion } from './suggestions.svelte.ts';

/** Puts a suggestion on the board, in one step of undo. */
export function acceptSuggestion(arena: Arena, suggestion: Suggestion): void {
	const { measureId } = suggestion;
	arena.session.change((board) =>
		suggestion.kind === 'effect'
			? board.addEffect(suggestion.draft, 'first')
			: board.addContribution(measureId, suggestion.draft)
	);
	arena.suggestions.close(suggestion);
}

/** Puts all suggestions on the board, together in one step of undo. */
export function acceptAll(arena: Arena): void {
	arena.session.together(() => {
		for (const suggestion of arena.suggestions.open) acceptSuggestion(arena, suggestion);
	});
}
