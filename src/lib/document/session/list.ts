import type * as Y from 'yjs';
import { share } from '../reading/share.ts';

type Entry<Item> = { readonly item: Item; readonly place: number };

/** A root map of plain values as a sorted list; what did not change keeps its identity. */
export class SessionListReader<Item> {
	readonly #map: Y.Map<unknown>;
	readonly #read: (value: unknown) => Item | undefined;
	readonly #entries = new Map<string, Entry<Item>>();
	#items: readonly Item[] = [];

	constructor(map: Y.Map<unknown>, read: (value: unknown) => Item | undefined) {
		this.#map = map;
		this.#read = read;
		this.refresh(map.keys());
	}

	get items(): readonly Item[] {
		return this.#items;
	}

	/** Reads the values under some keys again; what cannot be read is passed over. */
	refresh(keys: Iterable<string>): void {
		for (const key of keys) {
			const value = this.#map.get(key);
			const item = this.#read(value);
			if (item === undefined) this.#entries.delete(key);
			else {
				const previous = this.#entries.get(key)?.item;
				this.#entries.set(key, { item: share(previous, item), place: placeOf(value) });
			}
		}
		const sorted = [...this.#entries].sort(byPlace).map(([, { item }]) => item);
		const same =
			sorted.length === this.#items.length && sorted.every((item, at) => item === this.#items[at]);
		if (!same) this.#items = sorted;
	}
}

/** Gives the number by which a value is sorted; without one it comes last. */
export function placeOf(value: unknown): number {
	const place: unknown =
		typeof value === 'object' && value !== null && 'place' in value ? value.place : undefined;
	return typeof place === 'number' && Number.isFinite(place) ? place : Number.MAX_SAFE_INTEGER;
}

function byPlace(
	[key, { place }]: [string, Entry<unknown>],
	[otherKey, other]: [string, Entry<unknown>]
): number {
	return place - other.place || (key < otherKey ? -1 : Number(key > otherKey));
}
