import type { ContributionDraft, EffectDraft } from '#lib/domain/library/suggestions.ts';

/** What the library thinks that belongs to a measure; a suggestion until somebody accepts it. */
export type Suggestion =
	| {
			readonly id: string;
			readonly kind: 'contribution';
			readonly measureId: string;
			readonly draft: ContributionDraft;
	  }
	| {
			readonly id: string;
			readonly kind: 'effect';
			readonly measureId: string;
			readonly draft: EffectDraft;
	  };

/** The suggestions that are open in this browser; others don't see them. */
export class Suggestions {
	#open = $state.raw<readonly Suggestion[]>([]);
	#made = 0;

	get open(): readonly Suggestion[] {
		return this.#open;
	}

	/** Shows what the library suggests for a measure that was just added. */
	show(
		measureId: string,
		drafts: {
			readonly contributions: readonly ContributionDraft[];
			readonly effects: readonly EffectDraft[];
		}
	): void {
		this.#open = [
			...this.#open,
			...drafts.contributions.map((draft): Suggestion => ({
				id: this.#nextId(),
				kind: 'contribution',
				measureId,
				draft
			})),
			...drafts.effects.map((draft): Suggestion => ({
				id: this.#nextId(),
				kind: 'effect',
				measureId,
				draft
			}))
		];
	}

	/** Takes a suggestion off the board, accepted or not. */
	close(suggestion: Suggestion): void {
		this.#open = this.#open.filter(({ id }) => id !== suggestion.id);
	}

	closeAll(): void {
		this.#open = [];
	}

	#nextId(): string {
		this.#made += 1;
		return `suggestion-${this.#made}`;
	}
}
