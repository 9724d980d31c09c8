import * as v from 'valibot';
import { languages } from '#lib/domain/vocabulary.ts';

/**
 * A measure that this device took from the library, with what became of its suggestions.
 *
 * Suggestions are worked out again from the library and the board, so only the answers are kept.
 */
const takenSchema = v.object({
	measureId: v.string(),
	libraryId: v.string(),
	language: v.picklist(languages),
	/** Suggestions that were accepted or dropped, by their key. */
	closed: v.array(v.string()),
	/** The effects that were made of suggestions, by the key of the suggestion. */
	made: v.record(v.string(), v.string())
});

export type TakenMeasure = Readonly<v.InferOutput<typeof takenSchema>>;

function placeOf(workshopId: string): string {
	return `tegenwicht.suggestions.${workshopId}`;
}

/** Reads what this device took from the library in a workshop. */
export function keptSuggestions(workshopId: string): TakenMeasure[] {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(placeOf(workshopId)) ?? '[]');
		return v.parse(v.array(takenSchema), kept);
	} catch {
		return [];
	}
}

/** Keeps it until it is answered; a device that cannot keep anything loses it on reload. */
export function keepSuggestions(workshopId: string, taken: readonly TakenMeasure[]): void {
	try {
		if (taken.length === 0) localStorage.removeItem(placeOf(workshopId));
		else localStorage.setItem(placeOf(workshopId), JSON.stringify(taken));
	} catch {
		// Private windows and full devices refuse; the suggestions of this visit still work.
	}
}
