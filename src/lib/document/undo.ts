import * as Y from 'yjs';
import { agreedPartOf, refusedAsAgreed } from './agreed.ts';
import { placesOf } from './changed-places.ts';
import type { Refusal } from './refusal.ts';

/** Changes of the same step closer together than this many milliseconds are undone together. */
const pause = 1000;

type Following = {
	/** The root maps of which changes can be undone. */
	readonly maps: readonly Y.Map<unknown>[];
	/** Only changes with this origin are one's own. */
	readonly origin: object;
	/** Milliseconds since any moment; without it, changes of one step stay together until another step. */
	readonly now?: () => number;
	/** Scenarios of which the name and the choices stay as they were agreed on. */
	readonly agreed?: () => ReadonlySet<string>;
};

type Step = Y.UndoManager['undoStack'][number];

/** Where a step keeps in which scenarios it changed what can be agreed on. */
const scenarios = Symbol('scenarios');

const nothingAgreed: ReadonlySet<string> = new Set();

/** Undo and redo of one's own changes; what others did, also in the same card, stays. */
export class History {
	readonly #manager: Y.UndoManager;
	readonly #now: () => number;
	readonly #agreed: () => ReadonlySet<string>;
	readonly #listeners = new Set<() => void>();
	#step: string | undefined;
	#time = 0;
	#together = false;

	constructor({ maps, origin, now = () => 0, agreed = () => nothingAgreed }: Following) {
		this.#now = now;
		this.#agreed = agreed;
		this.#manager = new Y.UndoManager([...maps], {
			trackedOrigins: new Set([origin]),
			captureTimeout: Infinity
		});
		for (const name of ['stack-item-added', 'stack-item-updated'] as const) {
			this.#manager.on(name, ({ stackItem, changedParentTypes }) => {
				const before: readonly string[] = stackItem.meta.get(scenarios) ?? [];
				const more = placesOf(changedParentTypes).flatMap((place) => agreedPartOf(place) ?? []);
				stackItem.meta.set(scenarios, [...new Set([...before, ...more])]);
			});
		}
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

	/**
	 * Takes back one's last step; does nothing when there is none. A step in what was agreed on since is
	 * refused and forgotten, so that the next time the step before it is taken back.
	 */
	undo(): Refusal | undefined {
		this.endStep();
		const refusal = this.#refuse(this.#manager.undoStack);
		if (!refusal) this.#manager.undo();
		return refusal;
	}

	/** Does again what was undone last, with the same answer as `undo`. */
	redo(): Refusal | undefined {
		this.endStep();
		const refusal = this.#refuse(this.#manager.redoStack);
		if (!refusal) this.#manager.redo();
		return refusal;
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

	#refuse(steps: Step[]): Refusal | undefined {
		const touched: readonly string[] = steps.at(-1)?.meta.get(scenarios) ?? [];
		if (!touched.some((id) => this.#agreed().has(id))) return undefined;
		steps.pop();
		this.#listeners.forEach((listener) => listener());
		return refusedAsAgreed;
	}

	/** Forgets all steps and stops following the document. */
	destroy(): void {
		this.#listeners.clear();
		this.#manager.clear();
		this.#manager.destroy();
	}
}
