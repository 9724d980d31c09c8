import { usualKind, type Sector } from '#lib/domain/party.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Arena } from './arena-state.svelte.ts';
import type { Suggestion } from './open-suggestions.ts';

/** Puts a suggestion on the board, in one step of undo. */
export function acceptSuggestion(arena: Arena, t: Translate, suggestion: Suggestion): void {
	arena.session.together(() => {
		if (suggestion.kind === 'contribution') acceptContribution(arena, t, suggestion);
		else if (suggestion.kind === 'receiver') acceptReceiver(arena, t, suggestion);
		else {
			const { draft } = suggestion;
			const effectId = arena.session.change((board) => board.addEffect(draft, 'first'));
			arena.suggestions.close(suggestion, effectId);
		}
	});
}

/**
 * Puts all suggestions on the board, together in one step of undo. Parties come first, so that the
 * effects know whom they reach.
 */
export function acceptAll(arena: Arena, t: Translate): void {
	const order = ['contribution', 'receiver', 'effect'];
	const ids = arena.suggestions.open
		.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
		.map(({ id }) => id);
	arena.session.together(() => {
		for (const id of ids) {
			const suggestion = arena.suggestions.open.find((one) => one.id === id);
			if (suggestion) acceptSuggestion(arena, t, suggestion);
		}
	});
}

function acceptContribution(
	arena: Arena,
	t: Translate,
	suggestion: Suggestion & { kind: 'contribution' }
): void {
	const { measureId, sector, draft } = suggestion;
	const partyId = suggestion.partyId ?? addParty(arena, t, sector);
	if (partyId === undefined) return;
	arena.session.change((board) => board.addContribution(measureId, { ...draft, partyId }));
	arena.suggestions.close(suggestion);
}

function acceptReceiver(
	arena: Arena,
	t: Translate,
	suggestion: Suggestion & { kind: 'receiver' }
): void {
	const partyId = addParty(arena, t, suggestion.sector);
	if (partyId === undefined) return;
	for (const effectId of suggestion.effectIds) {
		arena.session.change((board) => board.setRecipient(effectId, partyId, { certain: false }));
	}
	arena.suggestions.close(suggestion);
}

/** Makes a party that is called after its sector, until somebody gives it its own name. */
function addParty({ session }: Arena, t: Translate, sector: Sector): string | undefined {
	const party = { name: t(`card.sector.${sector}`), sector, kind: usualKind(sector) };
	return session.change((board) => board.addParty(party));
}
