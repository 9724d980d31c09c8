import * as Y from 'yjs';
import type { Expected } from '#lib/document/roots.ts';
import { Reach } from './reach.ts';
import { Refused } from './refusal.ts';
import { lastFrom } from './search.ts';
import type { Id, Struct } from './update.ts';

/** Tells what belongs under a path of keys from a root; undefined where nothing may be. */
export type Shape = (path: readonly string[]) => Expected | undefined;

/** A shared type that can hold something; null when it is gone, so that what it is given is too. */
export type Holder = { readonly path: readonly string[]; readonly holds: 'map' | 'text' } | null;

/** Where a struct is: in which type, under which key; null when that type is gone. */
export type Slot = { readonly holder: Holder; readonly key: string | undefined } | null;

/** A struct that was let in and waits to be applied. */
export type Placed = { readonly struct: Struct; readonly slot: Slot; readonly holder?: Holder };

type YType = Y.AbstractType<unknown>;

/**
 * What a room's document has, with on top of it what was let in but is not applied yet.
 *
 * Frames are compared with this, so that within one batch a field may follow the record that it is in.
 */
export class Known {
	readonly #document: Y.Doc;
	readonly #shape: Shape;
	readonly #holders = new WeakMap<YType, { holder: Holder | undefined }>();
	readonly #waiting = new Map<number, Placed[]>();
	readonly #reach: Reach;
	#added: number[] = [];

	constructor(document: Y.Doc, shape: Shape) {
		this.#document = document;
		this.#shape = shape;
		this.#reach = new Reach({ document, waitingAt: (id) => this.#placed(id)?.struct });
	}

	/** The first clock tick of a client that is not there yet. */
	clockOf(client: number): number {
		const last = this.#waiting.get(client)?.at(-1);
		return last ? endOf(last) : Y.getState(this.#document.store, client);
	}

	has({ client, clock }: Id): boolean {
		return clock < this.clockOf(client);
	}

	/** Where a struct is that `has` told to be there. */
	slotOf(id: Id): Slot {
		const placed = this.#placed(id);
		if (placed) return placed.slot;
		const item = this.#item(id);
		if (!(item instanceof Y.Item)) return null;
		return { holder: this.#holderOf(item.parent as YType), key: item.parentSub ?? undefined };
	}

	/** The type inside a struct that `has` told to be there. */
	holderAt(id: Id): Holder {
		const placed = this.#placed(id);
		if (placed) return holderIn(placed);
		const item = this.#item(id);
		if (!(item instanceof Y.Item) || item.content instanceof Y.ContentDeleted) return null;
		if (!(item.content instanceof Y.ContentType)) throw new Refused('reference');
		return this.#holderOf(item.content.type);
	}

	/** UTF-16 units in a text, without what is let in but not applied yet. */
	textLength(path: readonly string[]): number {
		const [root = '', ...keys] = path;
		let type: unknown = this.#document.getMap(root);
		for (const key of keys) type = type instanceof Y.Map ? type.get(key) : undefined;
		return type instanceof Y.Text ? type.length : 0;
	}

	/** The root map of a name. */
	rootHolder(name: string): Holder {
		const holder = this.#expectedHolder([name]);
		if (!holder) throw new Refused('root');
		return holder;
	}

	expectedAt(path: readonly string[]): Expected | undefined {
		return this.#shape(path);
	}

	/** Tells whether a deletion, all of whose ticks are there, still deletes something. */
	isNews({ client, clock, end }: { client: number; clock: number; end: number }): boolean {
		if (end > Y.getState(this.#document.store, client)) return true;
		const structs = this.#document.store.clients.get(client) ?? [];
		for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
			const struct = structs[index];
			if (!struct || struct.id.clock >= end) return false;
			if (!struct.deleted) return true;
		}
		return false;
	}

	/** From here on `forget` takes back what is added. */
	begin(): void {
		this.#added = [];
		this.#reach.begin();
	}

	/** @throws {Refused} when finding its place would take too long */
	add(placed: Placed): void {
		const { struct, slot } = placed;
		const { client } = struct;
		if (slot?.holder) this.#reach.place(struct, { path: slot.holder.path, key: slot.key });
		const list = this.#waiting.get(client);
		if (list) list.push(placed);
		else this.#waiting.set(client, [placed]);
		this.#added.push(client);
	}

	forget(): void {
		for (const client of this.#added) {
			const list = this.#waiting.get(client);
			list?.pop();
			if (list?.length === 0) this.#waiting.delete(client);
		}
		this.#added = [];
		this.#reach.forget();
	}

	/** Everything that was let in has been applied to the document, or will never be. */
	clear(): void {
		this.#waiting.clear();
		this.#added = [];
		this.#reach.clear();
	}

	#placed({ client, clock }: Id): Placed | undefined {
		const list = this.#waiting.get(client) ?? [];
		return list[lastFrom(list, clock, ({ struct }) => struct.clock)];
	}

	#item({ client, clock }: Id): Y.Item | Y.GC {
		return Y.getItem(this.#document.store, Y.createID(client, clock));
	}

	#holderOf(type: YType): Holder {
		let found = this.#holders.get(type);
		if (!found) {
			found = { holder: this.#expectedHolder(pathOf(type)) };
			this.#holders.set(type, found);
		}
		if (found.holder === undefined) throw new Refused('field');
		return found.holder;
	}

	#expectedHolder(path: readonly string[]): Holder | undefined {
		const expected = this.#shape(path);
		if (!expected || expected.holds === 'value') return undefined;
		return { path, holds: expected.holds };
	}
}

/** The clock tick after a placed struct. */
export function endOf({ struct }: Placed): number {
	return struct.clock + struct.length;
}

function holderIn({ struct, holder }: Placed): Holder {
	const { kind } = struct.content;
	if (kind === 'string' || kind === 'values') throw new Refused('reference');
	return holder ?? null;
}

/** Keys from the root to a type; short, because the gate lets nothing deep in. */
function pathOf(type: YType): string[] {
	const path: string[] = [];
	let current = type;
	while (current._item) {
		path.push(current._item.parentSub ?? '');
		current = current._item.parent as YType;
	}
	path.push(Y.findRootTypeKey(current));
	return path.reverse();
}
