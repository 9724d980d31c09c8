/** Stands for all measures together, whatever the scenarios say. */
export const everythingId = 'everything';

/**
 * The scenario that this person looks at in a workshop: on every screen the same one, also after a reload.
 * It is kept on this device only, because everybody looks at what they want.
 */
export class ShownScenario {
	readonly #name: string;
	readonly #storage: Storage;
	#id = $state<string>();

	constructor(workshopId: string, storage: Storage = localStorage) {
		this.#name = `tegenwicht:${workshopId}:scenario`;
		this.#storage = storage;
		this.#id = storage.getItem(this.#name) ?? undefined;
	}

	/** What was asked for last; undefined for somebody new here. It may have been removed meanwhile. */
	get id(): string | undefined {
		return this.#id;
	}

	/** Gives what was asked for last when it is among what a screen can show, and else what that begins with. */
	among(ids: readonly string[], otherwise: string): string {
		return ids.find((id) => id === this.#id) ?? otherwise;
	}

	/** Looks at another scenario from now on. */
	show(id: string): void {
		this.#id = id;
		this.#storage.setItem(this.#name, id);
	}
}
