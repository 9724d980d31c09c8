import { newId } from '#lib/live/new-id.ts';
import type { Give } from './phone-step.ts';

type Card = { readonly id: string; readonly text: string };

/** The cards that somebody hands in for the pre-mortem; nobody else sees them before they are shown. */
export class HandedCards {
	readonly #give: Give;
	#cards = $state.raw<readonly Card[]>([]);

	constructor(workshopId: string, give: Give) {
		this.#give = give;
		void this.#fetch(`/api/workshops/${workshopId}/hand-ins`);
	}

	get cards(): readonly Card[] {
		return this.#cards;
	}

	/** Hands a card in; it waits on this device when there is no connection. */
	write(text: string): void {
		const card = { id: newId(), text };
		this.#cards = [...this.#cards, card];
		this.#give('write-premortem-card', { cardId: card.id, text });
	}

	takeBack(id: string): void {
		this.#cards = this.#cards.filter((card) => card.id !== id);
		this.#give('remove-premortem-card', { cardId: id });
	}

	/** Without an answer only what is handed in from here is listed. */
	async #fetch(path: string): Promise<void> {
		const response = await fetch(path).catch(() => undefined);
		if (!response?.ok) return;
		const { premortemCards } = (await response.json()) as { premortemCards: readonly Card[] };
		const here = new Set(this.#cards.map(({ id }) => id));
		this.#cards = [...premortemCards.filter(({ id }) => !here.has(id)), ...this.#cards];
	}
}
