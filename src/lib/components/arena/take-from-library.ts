import type { LibraryMeasure } from '#lib/domain/library/measures.ts';
import { suggestedMeasure } from '#lib/domain/library/suggestions.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import type { Arena } from './arena-state.svelte.ts';

/** Puts a measure of the library on the board, and what usually goes with it beside it as suggestions. */
export function takeFromLibrary(arena: Arena, from: LibraryMeasure, language: LanguageCode): void {
	const { parties } = arena;
	const measureId = arena.addMeasure(suggestedMeasure(from, { language, parties }));
	if (measureId === undefined) return;
	arena.stopAdding();
	arena.suggestions.show(measureId, from, language);
}
