import { readKept, writeKept } from '#lib/live/kept.ts';

/** As many as fit beside each other, next to doing nothing. */
export const mostCompared = 3;

/**
 * Which scenarios stand beside each other; the first three as long as nobody chose. What was chosen is kept
 * on this device, because everybody compares what they want.
 */
export class ComparedScenarios {
	readonly #all: () => readonly string[];
	readonly #name: string;
	#chosen = $state.raw<readonly string[]>();

	constructor(workshopId: string, all: () => readonly string[]) {
		this.#all = all;
		this.#name = `tegenwicht:${workshopId}:compared`;
		const kept = readKept<unknown>(this.#name);
		if (Array.isArray(kept)) this.#chosen = kept.filter((id) => typeof id === 'string');
	}

	/** The ids in the order of the board, at least one where there is one. */
	readonly shown: readonly string[] = $derived.by(() => {
		const all = this.#all();
		const chosen = all.filter((id) => this.#chosen?.includes(id));
		return (chosen.length > 0 ? chosen : all).slice(0, mostCompared);
	});

	get isFull(): boolean {
		return this.shown.length >= mostCompared;
	}

	/** Shows a scenario; where there is no place left, the last one other than `beside` gives way. */
	add(id: string, beside?: string): void {
		if (this.shown.includes(id)) return;
		const giving = this.isFull ? this.shown.findLast((one) => one !== beside) : undefined;
		this.#choose([...this.shown.filter((one) => one !== giving), id]);
	}

	/** Takes a scenario off the screen; the last one stays. */
	leaveOut(id: string): void {
		if (this.shown.length > 1) this.#choose(this.shown.filter((one) => one !== id));
	}

	#choose(ids: readonly string[]): void {
		this.#chosen = ids;
		writeKept(this.#name, ids);
	}
}
