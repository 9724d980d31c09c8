import type { Frame } from './frame.ts';

/** What is worked out once for a record under the same settings. */
export class PerFrame<Item extends object, Result> {
	readonly #results = new WeakMap<Frame, WeakMap<Item, Result>>();
	readonly #work: (item: Item, frame: Frame) => Result;

	constructor(work: (item: Item, frame: Frame) => Result) {
		this.#work = work;
	}

	of(item: Item, frame: Frame): Result {
		const results = this.#results.get(frame) ?? new WeakMap<Item, Result>();
		this.#results.set(frame, results);
		const before = results.get(item);
		if (before !== undefined || results.has(item)) return before as Result;
		const result = this.#work(item, frame);
		results.set(item, result);
		return result;
	}
}
