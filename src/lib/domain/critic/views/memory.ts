type Views = Map<string, object>;

/**
 * Keeps the views of the run before, so that a view in which nothing changed stays the same object.
 * Records never change, so a view is the same when its parts are the same objects; lists are compared
 * item by item.
 */
export class Memory {
	#before = new Map<string, Views>();
	#now = new Map<string, Views>();

	/** Gives the view of the run before when all its parts are the same, else the new one. */
	keep<View extends object>(kind: string, id: string, view: View): View {
		const before = this.#before.get(kind)?.get(id);
		// One kind always stands for views of one shape.
		const kept = before && sameParts(before as View, view) ? (before as View) : view;
		this.#ofKind(kind).set(id, kept);
		return kept;
	}

	/** Gives the list of the run before when it has the same items, else the new one. */
	keepList<Item>(kind: string, id: string, list: readonly Item[]): readonly Item[] {
		return this.keep(kind, id, { list }).list;
	}

	/** Closes a run: forgets what it did not ask for. */
	turn(): void {
		this.#before = this.#now;
		this.#now = new Map();
	}

	#ofKind(kind: string): Views {
		const known = this.#now.get(kind);
		if (known) return known;
		const views: Views = new Map();
		this.#now.set(kind, views);
		return views;
	}
}

function sameParts<View extends object>(one: View, other: View): boolean {
	if (one === other) return true;
	for (const name in one) if (!samePart(one[name], other[name])) return false;
	return true;
}

function samePart(one: unknown, other: unknown): boolean {
	if (Object.is(one, other)) return true;
	if (!Array.isArray(one) || !Array.isArray(other)) return false;
	return one.length === other.length && one.every((item, index) => Object.is(item, other[index]));
}
