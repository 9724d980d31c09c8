import * as Y from 'yjs';

/** Changes of the same step closer together than this many milliseconds are undone together. */
const pause = 1000;

type Following = {
	/** The root maps of which changes can be undone. */
	readonly maps: readonly Y.Map<unknown>[];
	/** Only changes with this origin are one's own. */
	readonly origin: object;
	/** Milliseconds since any moment; without it, changes of one step stay together until another step. */
	readonly now?: () => number;
};

/** Undo and redo of one's own changes; what others did, also in the same card, stays. */
export class History {
	readonly #manager: Y.UndoManager;
	readonly #now: () => number;
	readonly #listeners = new Set<() => void>();
	#step: string | undefined;
	#time = 0;
	#together = false;

	constructor({ maps, origin, now = () => 0 }: Following) {
		this.#now = now;
		this.#manager = new Y.UndoManager([...maps], {
			trackedOrigins: new Set([origin]),
			captureTimeout: Infinity
		});
		for (const name of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) {
			this.#manager.on(name, () => this.#listeners.forEach((listener) => listener()));
		}
	}

	get canUndo(): boolean {
		return this.#manager.canUndo();
	}

	get canRedo(): boolean {
		return this.#manager.canRedo();
	}

	/** Takes back one's last step; does nothing when there is none. */
	undo(): void {
		this.endStep();
		this.#manager.undo();
	}

	/** Does again what was undone last; does nothing when there is none. */
	redo(): void {
		this.endStep();
		this.#manager.redo();
	}

	/** Begins a change: part of the step before it when that has the same name and was just now. */
	begin(step?: string): void {
		if (this.#together) return;
		const time = this.#now();
		const same = step !== undefined && step === this.#step && time - this.#time < pause;
		if (!same) this.#manager.stopCapturing();
		this.#step = step;
		this.#time = time;
	}

	/** Makes all changes within one step; within another such step they are part of that one. */
	together(changes: () => void): void {
		if (this.#together) return changes();
		this.endStep();
		this.#together = true;
		try {
			changes();
		} finally {
			this.#together = false;
			this.endStep();
		}
	}

	/** Makes the next change a step of its own, for instance when a field is left. */
	endStep(): void {
		this.#step = undefined;
		this.#manager.stopCapturing();
	}

	/** Calls a listener when what can be undone or redone may have changed; gives the way to stop. */
	subscribe(listener: () => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Forgets all steps and stops following the document. */
	destroy(): void {
		this.#listeners.clear();
		this.#manager.clear();
		this.#manager.destroy();
	}
}
