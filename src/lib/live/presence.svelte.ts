import type { Awareness } from 'y-protocols/awareness';
import { readPresence, type Presence as Shown } from '#lib/document/presence.ts';

/** The field of a record that somebody is typing in. */
type Editing = Exclude<Shown['editing'], null>;

/** Somebody who has this workshop open now. */
export type Person = Shown['user'] & {
	/** Number of the browser tab; another one at every visit. */
	readonly tab: number;
	readonly editing: Editing | null;
};

function placeOf(kind: string, id: string): string {
	return `${kind}:${id}`;
}

/** Who else is here, and what they are typing in; `edit` tells them what this person does. */
export class Presence {
	readonly #awareness: Awareness;
	#others = $state.raw<readonly Person[]>([]);
	/** Who else is typing in which record, by its kind and id: `measure:m1`. */
	readonly writers: ReadonlyMap<string, Person> = $derived(
		new Map(
			this.#others.flatMap((person) =>
				person.editing ? [[placeOf(person.editing.kind, person.editing.id), person] as const] : []
			)
		)
	);

	constructor(awareness: Awareness) {
		this.#awareness = awareness;
		awareness.on('change', this.#changed);
		this.#changed();
	}

	/** Everybody who has the workshop open, this person left out. */
	get others(): readonly Person[] {
		return this.#others;
	}

	/** Somebody else who is typing in a record, if there is one. */
	writerOf(kind: string, id: string): Person | undefined {
		return this.writers.get(placeOf(kind, id));
	}

	/** Tells the others which field this person is in; null when in none. */
	edit(editing: Editing | null): void {
		const now = this.#awareness.getLocalState()?.editing ?? null;
		if (JSON.stringify(now) === JSON.stringify(editing)) return;
		this.#awareness.setLocalStateField('editing', editing);
	}

	close(): void {
		this.#awareness.off('change', this.#changed);
	}

	readonly #changed = (): void => {
		const people = [...this.#awareness.getStates()]
			.filter(([tab]) => tab !== this.#awareness.clientID)
			.flatMap(([tab, state]): Person[] => {
				const shown = readPresence(state);
				return shown ? [{ ...shown.user, tab, editing: shown.editing }] : [];
			});
		this.#others = people.sort((one, other) => one.tab - other.tab);
	};
}
