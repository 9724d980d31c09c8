import { probabilityModes, type ProbabilityMode } from '#lib/domain/valuation/effect-value.ts';
import { readKept, writeKept } from './kept.ts';

/**
 * How this person wants chances to count: multiplied, or happening and not happening.
 * It is a way of looking and no part of the workshop, so it is kept on this device only, and is the same
 * on every screen of a workshop.
 */
export class ProbabilityChoice {
	readonly #name: string;
	#mode = $state<ProbabilityMode>('expected');

	constructor(workshopId: string) {
		this.#name = `tegenwicht:${workshopId}:probability`;
		const kept = readKept<ProbabilityMode>(this.#name);
		this.#mode = probabilityModes.find((mode) => mode === kept) ?? 'expected';
	}

	get mode(): ProbabilityMode {
		return this.#mode;
	}

	/** Counts chances in this way from now on. */
	choose(mode: ProbabilityMode): void {
		this.#mode = mode;
		writeKept(this.#name, mode);
	}
}
