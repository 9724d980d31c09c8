import * as Y from 'yjs';
import { freeSteps, stepsPerStruct } from './budget.ts';
import { Refused } from './refusal.ts';
import type { Id, Struct } from './update.ts';

/** The list that a struct goes into: a text, or all that was ever written under one key of a map. */
type List = { readonly path: readonly string[]; readonly key: string | undefined };

/** How much is known of a list while a batch is gathered. */
type Counts = {
	/** Items in the document, when that had to be counted. */
	inDocument: number | undefined;
	added: number;
	/** How many of those were put between neighbours that do not touch. */
	apart: number;
};

type Parts = {
	readonly document: Y.Doc;
	/** The struct that was let in but not applied yet and has this tick, if any. */
	readonly waitingAt: (id: Id) => Struct | undefined;
};

const end = 'end';

/**
 * Bounds how far Yjs has to look for the places of what an update brings.
 *
 * Yjs puts a struct between the two neighbours that its writer saw. When these touch, that takes no
 * looking. When others wrote there in the meantime, Yjs steps over what lies between, at worst over
 * the whole list, so that an update of 30 kB can be made to take seconds. Honest structs have
 * neighbours that touch, except for the few that two people wrote in one place at the same time.
 *
 * So the neighbours are followed while structs are let in: touching ones cost nothing, others count
 * as the length of the list; in a list that has such others, everything counts as their number.
 *
 * Source: Nicolaescu et al., Near Real-Time Peer-to-Peer Shared Editing on Extensible Data Types (2016).
 */
export class Reach {
	readonly #parts: Parts;
	/** Whose right neighbour is what, by the last tick of the one and the first tick of the other. */
	readonly #next = new Map<string, string>();
	readonly #counts = new Map<string, Counts>();
	#undo: (() => void)[] = [];
	#structs = 0;
	#steps = 0;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** From here on `forget` takes back what is placed, and steps are counted anew. */
	begin(): void {
		this.#undo = [];
		this.#structs = 0;
		this.#steps = 0;
	}

	/** @throws {Refused} when finding the places of this update would take too many steps */
	place(struct: Struct, list: List): void {
		const name = [...list.path, list.key ?? ''].join('\n');
		const counts = this.#countsOf(name);
		const left = struct.origin ? nameOf(struct.origin) : `start ${name}`;
		const right = struct.rightOrigin ? nameOf(struct.rightOrigin) : end;
		const touch = this.#nextOf(left, struct.origin, list) === right;
		this.#structs += 1;
		this.#steps += touch ? counts.apart : this.#length(counts, list);
		if (this.#steps > freeSteps + stepsPerStruct * this.#structs) throw new Refused('reach');
		counts.added += 1;
		if (!touch) counts.apart += 1;
		this.#undo.push(() => {
			counts.added -= 1;
			if (!touch) counts.apart -= 1;
		});
		if (touch) this.#link(left, nameOf(struct));
		this.#link(nameOf({ ...struct, clock: struct.clock + struct.length - 1 }), right);
	}

	forget(): void {
		for (const undo of this.#undo.reverse()) undo();
		this.#undo = [];
	}

	/** Everything that was placed is in the document now, or will never be. */
	clear(): void {
		this.#next.clear();
		this.#counts.clear();
		this.#undo = [];
	}

	#link(left: string, right: string): void {
		const before = this.#next.get(left);
		this.#next.set(left, right);
		this.#undo.push(() => {
			if (before === undefined) this.#next.delete(left);
			else this.#next.set(left, before);
		});
	}

	#nextOf(left: string, origin: Id | undefined, list: List): string {
		let next = this.#next.get(left);
		if (next === undefined) {
			next = origin ? this.#after(origin) : nameOf(firstOf(this.#parts.document, list)?.id);
			this.#link(left, next);
		}
		return next;
	}

	/** What stands right of a tick that nothing was put behind since the document was brought up to date. */
	#after({ client, clock }: Id): string {
		const following = nameOf({ client, clock: clock + 1 });
		const waiting = this.#parts.waitingAt({ client, clock });
		if (waiting) return following;
		const item = Y.getItem(this.#parts.document.store, Y.createID(client, clock));
		if (clock + 1 < item.id.clock + item.length) return following;
		return nameOf(item instanceof Y.Item ? item.right?.id : undefined);
	}

	#countsOf(name: string): Counts {
		let counts = this.#counts.get(name);
		if (!counts) {
			counts = { inDocument: undefined, added: 0, apart: 0 };
			this.#counts.set(name, counts);
		}
		return counts;
	}

	#length(counts: Counts, list: List): number {
		if (counts.inDocument === undefined) {
			counts.inDocument = 0;
			let item = firstOf(this.#parts.document, list);
			for (; item; item = item.right) counts.inDocument += 1;
		}
		return counts.inDocument + counts.added;
	}
}

function firstOf(document: Y.Doc, { path: [root = '', ...keys], key }: List): Y.Item | null {
	let type: unknown = document.getMap(root);
	for (const one of keys) type = type instanceof Y.Map ? type.get(one) : undefined;
	if (!(type instanceof Y.AbstractType)) return null;
	if (key === undefined) return type._start;
	let item = type._map.get(key) ?? null;
	while (item?.left) item = item.left;
	return item;
}

function nameOf(id: Id | undefined): string {
	return id ? `${id.client} ${id.clock}` : end;
}
