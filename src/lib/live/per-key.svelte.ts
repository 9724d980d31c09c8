class Cell<Value> {
	value = $state.raw() as Value;

	constructor(value: Value) {
		this.value = value;
	}
}

/** Runs something outside what is being followed now: what a reader itself makes is not followed by it. */
function outside<Answer>(make: () => Answer): Answer {
	const made: Answer[] = [];
	const stop = $effect.root(() => void made.push(make()));
	stop();
	return made[0] as Answer;
}

/**
 * Values by key, of which each is followed by itself: who reads one hears only when that one changes,
 * however often the others do. A board has hundreds of cards that each read a few such values; without
 * this every edit of anybody would have all of them look again.
 *
 * Make it while a component starts: it follows the values as long as that component is there.
 */
export class PerKey<Value> {
	readonly #values: () => ReadonlyMap<string, Value>;
	readonly #cells = new Map<string, Cell<Value | undefined>>();

	/** @param values what is followed; a value that did not change has to be the same one as before */
	constructor(values: () => ReadonlyMap<string, Value>) {
		this.#values = values;
		// A derived value would hear of every change of the map: only what is told apart stays apart.
		$effect.pre(() => {
			const now = values();
			for (const [key, cell] of this.#cells) cell.value = now.get(key);
		});
	}

	/** Gives the value of a key; outside what follows it, as it is at this moment. */
	of(key: string): Value | undefined {
		if (!$effect.tracking()) return this.#values().get(key);
		return this.#cellOf(key).value;
	}

	#cellOf(key: string): Cell<Value | undefined> {
		const known = this.#cells.get(key);
		if (known) return known;
		const made = outside(() => new Cell(this.#values().get(key)));
		this.#cells.set(key, made);
		return made;
	}
}
