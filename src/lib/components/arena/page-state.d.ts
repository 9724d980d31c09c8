import type { OpenCard } from './arena-state.svelte.ts';

declare global {
	namespace App {
		/** What a place in the browser's history can hold besides its address. */
		interface PageState {
			/** The card that is open in the arena. */
			card?: OpenCard;
		}
	}
}
