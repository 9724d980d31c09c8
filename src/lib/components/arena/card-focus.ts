import { tick } from 'svelte';
import type { CardPlace } from './links.ts';

/** Puts the focus on a card once it has been drawn where it now stands. */
export async function focusCard(place: CardPlace | undefined): Promise<void> {
	if (place === undefined) return;
	await tick();
	document.querySelector<HTMLElement>(`[data-place="${place}"] .open`)?.focus();
}
