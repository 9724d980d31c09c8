import { addInto, type Scaled } from './add-columns.ts';

/** What is added to a sum a number of times: a part of something that has columns of samples. */
export type Addend = {
	/** The same record always has the same id. */
	readonly id: string;
	readonly source: object;
	readonly part?: string | number;
	readonly times: number;
};

type Part<Item> = { items: readonly Item[]; sum: Scaled };
type Kept<Item> = {
	items: readonly Item[];
	parts: readonly (Part<Item> | undefined)[];
	total: Float64Array;
};

/** A sum is made of this many parts; a record is always in the same part. */
const partCount = 4;

/**
 * Sums of columns that cost little when one addend changes.
 *
 * Addends are divided over parts by their id alone, added up per part, and the parts are added up. What
 * has the same addends as last time keeps its sum, so that a column that is the same object holds the
 * same numbers. Which part an addend is in never depends on what happened before: a sum that is kept
 * up to date equals a fresh one bit for bit.
 */
export class ColumnSums<Item extends Addend> {
	readonly #nothing: Float64Array;
	readonly #columnOf: (item: Item) => Float64Array;
	#kept = new Map<string, Kept<Item>>();
	#used = new Map<string, Kept<Item>>();

	constructor(count: number, columnOf: (item: Item) => Float64Array) {
		this.#nothing = new Float64Array(count);
		this.#columnOf = columnOf;
	}

	/** Gives the sum of addends, which come in the order of their ids, under a name of its own. */
	total(name: string, items: readonly Item[]): Float64Array {
		const before = this.#used.get(name) ?? this.#kept.get(name);
		const kept = before && areSame(items, before.items) ? before : this.#renew(items, before);
		this.#used.set(name, kept);
		return kept.total;
	}

	/** Forgets the sums that were not asked for since the last time. */
	forgetUnused(): void {
		this.#kept = this.#used;
		this.#used = new Map();
	}

	#renew(items: readonly Item[], before: Kept<Item> | undefined): Kept<Item> {
		const parts = divide(items).map((part, place) => this.#part(part, before?.parts[place]));
		const sums = parts.flatMap((part) => part?.sum ?? []);
		const [only] = sums;
		const total = only && sums.length === 1 && only.times === 1 ? only.column : this.#add(sums);
		return { items, parts, total };
	}

	#part(items: readonly Item[], before: Part<Item> | undefined): Part<Item> | undefined {
		if (items.length === 0) return undefined;
		if (before && areSame(items, before.items)) return before;
		const columns = items.map((item) => ({ column: this.#columnOf(item), times: item.times }));
		const [only] = columns;
		const sum = only && columns.length === 1 ? only : { column: this.#add(columns), times: 1 };
		return { items, sum };
	}

	#add(columns: readonly Scaled[]): Float64Array {
		if (columns.length === 0) return this.#nothing;
		return addInto(new Float64Array(this.#nothing.length), columns);
	}
}

function divide<Item extends Addend>(items: readonly Item[]): Item[][] {
	const parts: Item[][] = Array.from({ length: partCount }, () => []);
	for (const item of items) (parts[partOf(item.id)] as Item[]).push(item);
	return parts;
}

function partOf(id: string): number {
	let sum = 0;
	for (let place = 0; place < id.length; place += 1)
		sum = (Math.imul(sum, 31) + id.charCodeAt(place)) | 0;
	return (sum ^ (sum >>> 15)) & (partCount - 1);
}

function areSame(ones: readonly Addend[], others: readonly Addend[]): boolean {
	if (ones.length !== others.length) return false;
	for (let place = 0; place < ones.length; place += 1) {
		const [one, other] = [ones[place] as Addend, others[place] as Addend];
		if (one.source !== other.source || one.part !== other.part || one.times !== other.times)
			return false;
	}
	return true;
}
