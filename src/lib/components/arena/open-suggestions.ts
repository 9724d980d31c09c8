import type { BoardContent } from '#lib/document/content.ts';
import type { LibraryMeasure } from '#lib/domain/library/measures.ts';
import {
	missingReceivers,
	suggestedContributions,
	suggestedEffects,
	type EffectDraft,
	type SuggestedContribution
} from '#lib/domain/library/suggestions.ts';
import type { Sector } from '#lib/domain/party.ts';
import type { TakenMeasure } from './kept-suggestions.ts';

/** What the library thinks that belongs to a measure; a suggestion until somebody accepts it. */
export type Suggestion = {
	readonly id: string;
	readonly measureId: string;
	/** Its name among the suggestions of the measure. */
	readonly key: string;
} & (
	| ({ readonly kind: 'contribution' } & SuggestedContribution)
	| { readonly kind: 'effect'; readonly draft: EffectDraft }
	/** Somebody who is usually reached and is no party yet; the effects are those already accepted. */
	| { readonly kind: 'receiver'; readonly sector: Sector; readonly effectIds: readonly string[] }
);

type Board = Pick<BoardContent, 'parties' | 'indicators' | 'measures'>;

/** Works out which suggestions of the measures that were taken from the library are still open. */
export function openSuggestions(
	taken: readonly TakenMeasure[],
	library: ReadonlyMap<string, LibraryMeasure>,
	board: Board
): Suggestion[] {
	const there = new Set(board.measures.map(({ id }) => id));
	const all = taken.flatMap((one) => {
		const from = there.has(one.measureId) ? library.get(one.libraryId) : undefined;
		return from ? suggestionsOf(one, from, board) : [];
	});
	return oncePerSector(all);
}

function suggestionsOf(taken: TakenMeasure, from: LibraryMeasure, board: Board): Suggestion[] {
	const { measureId, language, closed, made } = taken;
	const named = (key: string) => ({ id: `${measureId}/${key}`, measureId, key });
	const effects = suggestedEffects(from, measureId, { language, ...board });
	const contributions = suggestedContributions(from, board.parties);
	const suggestions: Suggestion[] = [
		...contributions.map((one, index) => ({
			...named(`contribution:${index}`),
			kind: 'contribution' as const,
			...one
		})),
		...missingReceivers(from, board.parties).map((sector) => ({
			...named(`receiver:${sector}`),
			kind: 'receiver' as const,
			sector,
			effectIds: from.defaults.effects.flatMap(({ recipientSectors }, index) => {
				const id = made[`effect:${index}`];
				return id !== undefined && recipientSectors.includes(sector) ? [id] : [];
			})
		})),
		...effects.map((draft, index) => ({
			...named(`effect:${index}`),
			kind: 'effect' as const,
			draft
		}))
	];
	return suggestions.filter(({ key }) => !closed.includes(key));
}

/** A new party is suggested once, also when several measures reach it. */
function oncePerSector(suggestions: readonly Suggestion[]): Suggestion[] {
	const receivers = new Map<Sector, Suggestion & { kind: 'receiver' }>();
	for (const one of suggestions) {
		if (one.kind !== 'receiver') continue;
		const before = receivers.get(one.sector);
		const effectIds = [...(before?.effectIds ?? []), ...one.effectIds];
		receivers.set(one.sector, { ...(before ?? one), effectIds });
	}
	return [...suggestions.filter(({ kind }) => kind !== 'receiver'), ...receivers.values()];
}
