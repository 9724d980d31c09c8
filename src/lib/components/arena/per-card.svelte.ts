import { PerKey } from '#lib/live/per-key.svelte.ts';
import type { Person } from '#lib/live/presence.svelte.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import type { CardRecord } from './card-record.ts';
import type { CardPlace } from './links.ts';

type Places = () => Iterable<CardPlace | undefined>;

type Followed = {
	readonly session: WorkshopSession;
	/** The card on which tools are shown, the one whose title is being edited, those that Tab reaches. */
	readonly hot: Places;
	readonly renaming: Places;
	readonly tabStops: Places;
};

/** What stands on a card beside its own record, told to that card alone: an edit elsewhere leaves it be. */
export class PerCard {
	readonly #hot: PerKey<true>;
	readonly #renaming: PerKey<true>;
	readonly #tabStops: PerKey<true>;
	readonly #writers: PerKey<Person>;
	readonly #onlyHere: PerKey<true>;

	constructor({ session, hot, renaming, tabStops }: Followed) {
		this.#hot = new PerKey(() => marked(hot()));
		this.#renaming = new PerKey(() => marked(renaming()));
		this.#tabStops = new PerKey(() => marked(tabStops()));
		this.#writers = new PerKey(() => session.presence.writers);
		this.#onlyHere = new PerKey(() => marked(session.onlyHere));
	}

	/** The tools of this card are shown. */
	isHot({ place }: CardRecord): boolean {
		return this.#hot.of(place) ?? false;
	}

	/** The title of this card is being edited in place. */
	isRenaming({ place }: CardRecord): boolean {
		return this.#renaming.of(place) ?? false;
	}

	/** The first card of each column can be reached with Tab, unless another card there had the focus. */
	isTabStop({ place }: CardRecord): boolean {
		return this.#tabStops.of(place) ?? false;
	}

	/** Somebody else who is typing in the record of this card, if there is one. */
	writerOf({ kind, id }: CardRecord): Person | undefined {
		return this.#writers.of(`${kind}:${id}`);
	}

	/** The record of this card has changes that are only on this device. */
	isOnlyHere({ kind, id }: CardRecord): boolean {
		return this.#onlyHere.of(`${kind}:${id}`) ?? false;
	}
}

/** Gives each key that is there a mark. */
export function marked(keys: Iterable<string | undefined>): Map<string, true> {
	return new Map([...keys].flatMap((key) => (key === undefined ? [] : [[key, true] as const])));
}
