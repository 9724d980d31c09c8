import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { drawLines, type Box, type Line } from './line-geometry.ts';
import { everywhere, type Stretch } from './line-curve.ts';
import type { CardPlace, Link } from './links.ts';

/**
 * Measures where the cards are and draws the lines between them, at most once per frame, and only a
 * screen further than what is in view.
 */
export class BoardLayout {
	#lines = $state.raw<readonly Line[]>([]);
	#links: readonly Link[] = [];
	#board: HTMLElement | undefined;
	#frame: number | undefined;
	#view = everywhere;
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
		const stop = new AbortController();
		const { signal } = stop;
		// Whatever it is that scrolls: the board in its frame, or the page.
		addEventListener('scroll', () => this.#follow(board), { signal, capture: true, passive: true });
		addEventListener('resize', () => this.#follow(board), { signal });
		addEventListener('beforeprint', () => this.#drawAll(board), { signal });
		addEventListener('afterprint', () => this.#soon(), { signal });
		return () => {
			stop.abort();
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
			if (!this.#board) return;
			const boxes = this.#measure(this.#board);
			this.#view = viewOf(this.#board);
			this.#lines = drawLines(this.#links, boxes, this.#view);
		});
	}

	#follow(board: HTMLElement): void {
		if (viewOf(board).top !== this.#view.top) this.#soon();
	}

	/** On paper all of it is in view, and paper does not wait for a frame. */
	#drawAll(board: HTMLElement): void {
		this.#lines = drawLines(this.#links, this.#measure(board), everywhere);
		flushSync();
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

/** What is in view and a screen above and below it, in steps of a screen. */
function viewOf(board: HTMLElement): Stretch {
	const screen = innerHeight;
	const first = Math.floor(-board.getBoundingClientRect().top / screen);
	return { top: (first - 1) * screen, bottom: (first + 3) * screen };
}
