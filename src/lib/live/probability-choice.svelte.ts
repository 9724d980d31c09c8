import { probabilityModes, type ProbabilityMode } from '#lib/domain/valuation/effect-value.ts';

/**
 * How this person wants chances to count: multiplied, or happening and not happening.
 * It is a way of looking and no part of the workshop, so it is kept on this device only, and is the same
 * on every screen of a workshop.
 */
export class ProbabilityChoice {
	readonly #name: string;
	readonly #storage: Storage;
	#mode = $state<ProbabilityMode>('expected');

	constructor(workshopId: string, storage: Storage = localStorage) {
		this.#name = `tegenwicht:${workshopId}:probability`;
		this.#storage = storage;
		const kept = storage.getItem(this.#name);
		this.#mode = probabilityModes.find((mode) => mode === kept) ?? 'expected';
	}

	get mode(): ProbabilityMode {
		return this.#mode;
	}

	/** Counts chances in this way from now on. */
	choose(mode: ProbabilityMode): void {
		this.#mode = mode;
		this.#storage.setItem(this.#name, mode);
	}
}
