import type { LibraryMeasure } from '#lib/domain/library/measures.ts';
import type { Language } from '#lib/domain/vocabulary.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import { keepSuggestions, keptSuggestions, type TakenMeasure } from './kept-suggestions.ts';
import { openSuggestions, type Suggestion } from './open-suggestions.ts';

/** The suggestions that are open on this device, also after a reload; others don't see them. */
export class Suggestions {
	readonly #session: WorkshopSession;
	#taken = $state.raw<readonly TakenMeasure[]>([]);
	/** The measures of the library that were taken, fetched only by who took one. */
	#library = $state.raw<ReadonlyMap<string, LibraryMeasure>>(new Map());
	readonly #open = $derived.by(() =>
		openSuggestions(this.#taken, this.#library, this.#session.content)
	);

	constructor(session: WorkshopSession) {
		this.#session = session;
		this.#taken = keptSuggestions(session.workshopId);
		if (this.#taken.length > 0) void this.#fetchLibrary();
	}

	get open(): readonly Suggestion[] {
		return this.#open;
	}

	/** Shows what the library suggests for a measure that was just taken from it. */
	show(measureId: string, from: LibraryMeasure, language: Language): void {
		this.#library = new Map([...this.#library, [from.id, from]]);
		this.#keep([...this.#taken, { measureId, libraryId: from.id, language, closed: [], made: {} }]);
	}

	/** Takes a suggestion off the board: dropped, or accepted with the effect that it became. */
	close(suggestion: Suggestion, effectId?: string): void {
		this.#keep(this.#taken.map((one) => answered(one, suggestion, effectId)));
	}

	closeAll(): void {
		this.#keep([]);
	}

	#keep(taken: readonly TakenMeasure[]): void {
		this.#taken = taken;
		keepSuggestions(this.#session.workshopId, taken);
	}

	async #fetchLibrary(): Promise<void> {
		const { libraryMeasures } = await import('#lib/domain/library/measures.ts');
		this.#library = new Map(libraryMeasures.map((measure) => [measure.id, measure]));
	}
}

/** What a measure keeps of an answer; a new receiver is answered for all measures at once. */
function answered(
	taken: TakenMeasure,
	{ kind, measureId, key }: Suggestion,
	effectId: string | undefined
): TakenMeasure {
	if (kind !== 'receiver' && taken.measureId !== measureId) return taken;
	const made = effectId === undefined ? taken.made : { ...taken.made, [key]: effectId };
	return { ...taken, closed: [...taken.closed, key], made };
}
