import type { Arena } from './arena-state.svelte.ts';
import { cardAt } from './card-record.ts';
import type { CardPlace } from './links.ts';

type Step = { readonly across: -1 | 0 | 1; readonly along: -1 | 0 | 1 };

const steps: Readonly<Record<string, Step>> = {
	ArrowUp: { across: 0, along: -1 },
	ArrowDown: { across: 0, along: 1 },
	ArrowLeft: { across: -1, along: 0 },
	ArrowRight: { across: 1, along: 0 }
};

/** Goes from card to card with the arrow keys; F2 edits the title in place. */
export function walkCards(event: KeyboardEvent, arena: Arena): void {
	const opener = event.target;
	if (!(opener instanceof HTMLElement) || !opener.matches('[data-place] .open')) return;
	if (event.key === 'F2') {
		event.preventDefault();
		arena.startRenaming(cardAt(placeOf(opener)));
		return;
	}
	const step = steps[event.key];
	if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
	const target = step.along ? beside(opener, step.along) : across(opener, step.across, arena);
	if (!target) return;
	event.preventDefault();
	target.focus();
}

function openersIn(column: Element | undefined | null): HTMLElement[] {
	return [...(column?.querySelectorAll<HTMLElement>('[data-place] .open') ?? [])];
}

function beside(opener: HTMLElement, along: number): HTMLElement | undefined {
	const openers = openersIn(opener.closest('[data-column]'));
	return openers[openers.indexOf(opener) + along];
}

/** Goes to the first card that a line leads to, or else to the nearest one in the next column. */
function across(opener: HTMLElement, direction: number, arena: Arena): HTMLElement | undefined {
	const column = opener.closest('[data-column]');
	const columns = [...(column?.parentElement?.querySelectorAll('[data-column]') ?? [])];
	const openers = openersIn(column ? columns[columns.indexOf(column) + direction] : undefined);
	const place = placeOf(opener);
	const joined = arena.links.flatMap((link) => {
		if (direction > 0) return link.from === place ? [link.to] : [];
		return link.to === place ? [link.from] : [];
	});
	return openers.find((other) => joined.includes(placeOf(other))) ?? nearest(opener, openers);
}

function placeOf(opener: HTMLElement): CardPlace {
	return opener.closest<HTMLElement>('[data-place]')?.dataset.place as CardPlace;
}

function nearest(opener: HTMLElement, others: readonly HTMLElement[]): HTMLElement | undefined {
	const height = (one: HTMLElement) => one.getBoundingClientRect().top;
	const distance = (one: HTMLElement) => Math.abs(height(one) - height(opener));
	return [...others].sort((one, other) => distance(one) - distance(other))[0];
}
