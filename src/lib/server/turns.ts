/** Lets work under one name be done one after another, so that what is read last is also written last. */
export class Turns {
	readonly #last = new Map<string, Promise<unknown>>();

	/** Does the work when everything that was asked before under this name has ended, however it ended. */
	take<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
		const before = this.#last.get(name) ?? Promise.resolve();
		const turn = before.then(work, work);
		this.#last.set(name, turn);
		const forget = () => {
			if (this.#last.get(name) === turn) this.#last.delete(name);
		};
		turn.then(forget, forget);
		return turn;
	}
}
