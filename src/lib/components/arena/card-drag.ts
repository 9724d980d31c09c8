import type { Attachment } from 'svelte/attachments';
import type { Arena } from './arena-state.svelte.ts';
import type { CardRecord } from './card-record.ts';

/** Where a card would land: before or after another one of its column, or on the measure that brings it. */
type Landing = 'before' | 'after' | 'onto';

/**
 * Dragging cards with a mouse: along their column, and an effect onto the measure that brings it.
 * The menu of a card does the same, for the keyboard and for fingers, which scroll.
 */
export class CardDrag {
	readonly #arena: Arena;
	#dragged: CardRecord | undefined;

	constructor(arena: Arena) {
		this.#arena = arena;
	}

	/** Lets a card be dragged, and others be dropped at it. */
	of(card: CardRecord): Attachment<HTMLElement> {
		return (element) => {
			const stop = new AbortController();
			const on = <Name extends keyof HTMLElementEventMap>(
				name: Name,
				hear: (event: HTMLElementEventMap[Name]) => void
			) => element.addEventListener(name, hear, { signal: stop.signal });
			on('dragstart', (event) => this.#begin(card, event));
			on('dragend', () => (this.#dragged = undefined));
			on('dragover', (event) => this.#over(card, element, event));
			on('dragleave', () => delete element.dataset['drop']);
			on('drop', (event) => this.#drop(card, element, event));
			return () => stop.abort();
		};
	}

	#begin(card: CardRecord, { dataTransfer }: DragEvent): void {
		this.#dragged = card;
		if (dataTransfer) dataTransfer.effectAllowed = 'move';
	}

	/** Marks where the card would land; without a mark the browser shows that it can't be dropped. */
	#over(card: CardRecord, element: HTMLElement, event: DragEvent): void {
		const landing = this.#landingAt(card, element, event.clientY);
		if (!landing) return;
		event.preventDefault();
		element.dataset['drop'] = landing;
	}

	#drop(card: CardRecord, element: HTMLElement, event: DragEvent): void {
		delete element.dataset['drop'];
		const dragged = this.#dragged;
		const landing = this.#landingAt(card, element, event.clientY);
		if (!dragged || !landing) return;
		event.preventDefault();
		const { id } = card;
		this.#arena.session.change((board) => {
			if (landing === 'onto') return board.change('effect', dragged.id, { measureIds: [id] });
			return board.move(
				dragged.kind,
				dragged.id,
				landing === 'before' ? { before: id } : { after: id }
			);
		});
	}

	#landingAt(card: CardRecord, element: HTMLElement, y: number): Landing | undefined {
		const dragged = this.#dragged;
		if (!dragged || dragged.place === card.place) return undefined;
		if (dragged.kind === 'effect' && card.kind === 'measure') return 'onto';
		const sameColumn = columnOf(dragged) === columnOf(card);
		if (!sameColumn || !this.#arena.idsBeside(dragged).includes(card.id)) return undefined;
		const { top, height } = element.getBoundingClientRect();
		return y < top + height / 2 ? 'before' : 'after';
	}
}

function columnOf({ place }: CardRecord): string {
	return place.slice(0, place.indexOf(':'));
}
