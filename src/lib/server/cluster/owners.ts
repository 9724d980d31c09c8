import type { LeaseTable, Node } from './lease-table.ts';

type Known = { readonly owner: Node; readonly until: number };

/** Owners that are remembered at most; what comes on top of them is looked up each time. */
const mostKnown = 50_000;

/**
 * Who owns the workshops of others, looked up and remembered for a short while. That nobody owns one
 * is never remembered, and what is remembered is only ever a guess: the node that is asked knows.
 */
export class Owners {
	readonly #table: Pick<LeaseTable, 'ownerOf'>;
	readonly #clock: () => number;
	readonly #keepFor: () => number;
	readonly #known = new Map<string, Known>();

	/** @param parts.keepFor milliseconds that an answer may be used */
	constructor(parts: {
		readonly table: Pick<LeaseTable, 'ownerOf'>;
		readonly clock: () => number;
		readonly keepFor: () => number;
	}) {
		this.#table = parts.table;
		this.#clock = parts.clock;
		this.#keepFor = parts.keepFor;
	}

	async of(workshopId: string): Promise<Node | undefined> {
		const known = this.#known.get(workshopId);
		const now = this.#clock();
		if (known && now < known.until) return known.owner;
		this.#known.delete(workshopId);
		const owner = await this.#table.ownerOf(workshopId);
		if (owner && this.#known.size < mostKnown) {
			this.#known.set(workshopId, { owner, until: now + this.#keepFor() });
		}
		return owner;
	}

	/** Looks them up again the next time. */
	forget(workshopIds: readonly string[]): void {
		for (const id of workshopIds) this.#known.delete(id);
	}

	/** Forgets what nodes owned that are no more. */
	keepOnly(alive: ReadonlySet<string>): void {
		for (const [id, { owner }] of this.#known) if (!alive.has(owner.node)) this.#known.delete(id);
	}
}
