import type { Attachment } from 'svelte/attachments';
import { drawLines, type Box, type Line } from './line-geometry.ts';
import type { CardPlace, Link } from './links.ts';

/** Measures where the cards are and draws the lines between them, at most once per frame. */
export class BoardLayout {
	#lines = $state.raw<readonly Line[]>([]);
	#links: readonly Link[] = [];
	#board: HTMLElement | undefined;
	#frame: number | undefined;
	readonly #watched = new Set<Element>();
	readonly #observer = new ResizeObserver(() => this.#soon());

	get lines(): readonly Line[] {
		return this.#lines;
	}

	/** Ties the layout to the element in which the cards and the lines are. */
	readonly attach: Attachment<HTMLElement> = (board) => {
		this.#board = board;
		this.#observer.observe(board);
		this.#soon();
		return () => {
			this.#observer.disconnect();
			this.#watched.clear();
			if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
			this.#board = undefined;
		};
	};

	/** Takes other lines, or hears that cards came, went or changed places. */
	changed(links: readonly Link[]): void {
		this.#links = links;
		this.#soon();
	}

	#soon(): void {
		this.#frame ??= requestAnimationFrame(() => {
			this.#frame = undefined;
			if (this.#board) this.#lines = drawLines(this.#links, this.#measure(this.#board));
		});
	}

	#measure(board: HTMLElement): Map<CardPlace, Box> {
		const origin = board.getBoundingClientRect();
		const boxes = new Map<CardPlace, Box>();
		const present = new Set<Element>(board.querySelectorAll('[data-shifts]'));
		for (const card of board.querySelectorAll<HTMLElement>('[data-place]')) {
			present.add(card);
			const { left, right, top, height } = card.getBoundingClientRect();
			if (height === 0) continue;
			boxes.set(card.dataset.place as CardPlace, {
				left: left - origin.left,
				right: right - origin.left,
				top: top - origin.top,
				height
			});
		}
		this.#watch(present);
		return boxes;
	}

	/** Watches the cards, and what stands above them: when that grows, the cards move. */
	#watch(present: ReadonlySet<Element>): void {
		for (const card of this.#watched) {
			if (present.has(card)) continue;
			this.#observer.unobserve(card);
			this.#watched.delete(card);
		}
		for (const card of present) {
			if (this.#watched.has(card)) continue;
			this.#observer.observe(card);
			this.#watched.add(card);
		}
	}
}
