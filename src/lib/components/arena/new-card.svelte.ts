import type { Arena, Adding } from './arena-state.svelte.ts';
import type { CardPlace } from './links.ts';

/**
 * A measure or effect while its title is typed for the first time.
 *
 * The card is there for everybody from the first word on, so that nobody types the same thing.
 */
export class NewCard {
	readonly #arena: Arena;
	readonly #adding: Adding;
	#id = $state<string>();
	#title = $state('');
	#measureId = $state<string>();
	#made: CardPlace | undefined;

	constructor(arena: Arena, adding: Adding) {
		this.#arena = arena;
		this.#adding = adding;
		this.#measureId = adding.measureId;
	}

	get title(): string {
		return this.#title;
	}

	get isEffect(): boolean {
		return this.#adding.column === 'verandert';
	}

	/** The measures that can bring a new effect. */
	get measures() {
		const { view, measures } = this.#arena;
		return view.measures.length > 0 ? view.measures : measures;
	}

	/** The measure that brings the effect. */
	get measureId(): string | undefined {
		return this.#measureId ?? this.measures[0]?.id;
	}

	set measureId(measureId: string | undefined) {
		this.#measureId = measureId;
		const id = this.#id;
		if (id === undefined || measureId === undefined) return;
		this.#arena.session.change((board) => board.change('effect', id, { measureIds: [measureId] }));
	}

	type(text: string): void {
		this.#title = text.replaceAll(/\s*\n\s*/g, ' ');
		const title = this.#title.trim();
		if (title === '') return;
		if (this.#id === undefined) this.#id = this.#add(title);
		else this.#arena.retitle({ kind: this.isEffect ? 'effect' : 'measure', id: this.#id }, title);
	}

	/** The card that was made last. */
	get made(): CardPlace | undefined {
		return this.#made;
	}

	/** Leaves the card as it is and begins the next one; an emptied one is taken back. */
	next(): void {
		const id = this.#id;
		const kind = this.isEffect ? 'effect' : 'measure';
		if (id !== undefined && this.#title.trim() === '') this.#arena.remove({ kind, id });
		else if (id !== undefined) this.#made = `${kind}:${id}`;
		this.#id = undefined;
		this.#title = '';
		this.#arena.session.endStep();
	}

	#add(title: string): string | undefined {
		if (!this.isEffect) return this.#arena.addMeasure({ title });
		const { measureId } = this;
		if (measureId === undefined) return undefined;
		return this.#arena.session.change((board) =>
			board.addEffect({ title, measureIds: [measureId] }, 'first')
		);
	}
}
