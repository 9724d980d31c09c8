import { select } from './select.ts';

const bins = 1024;

/**
 * Finds which values of a column would stand at some ranks if it were sorted, without sorting it.
 * Values are counted in equally wide bins, and only the bins that hold a rank are looked into.
 */
export class OrderStatistics {
	readonly #ranks: readonly number[];
	readonly #counts = new Uint32Array(bins);
	/** Where the next value of a bin goes, and 1 for a bin that holds a rank. */
	readonly #next = new Uint32Array(bins);
	readonly #wanted = new Uint8Array(bins);
	readonly #binOf: Uint16Array;
	/** The values of the wanted bins, and one place for all the others. */
	readonly #gathered: Float64Array;

	/** Ranks count from 0 and rise. */
	constructor(count: number, ranks: readonly number[]) {
		this.#ranks = ranks;
		this.#binOf = new Uint16Array(count);
		this.#gathered = new Float64Array(count + 1);
	}

	/** Gives the value at every rank. */
	find(column: Float64Array): Float64Array {
		const { lowest, highest } = roughEnds(column);
		const binsPerEuro = (bins - 1) / (highest - lowest);
		const spread = binsPerEuro > 0 && binsPerEuro < Infinity;
		if (!spread) return new Float64Array(this.#ranks.length).fill(lowest);
		this.#count(column, lowest, binsPerEuro);
		const parts = this.#partsWithRanks();
		this.#gather(column);
		return Float64Array.from(this.#ranks, (rank, index) => {
			const { start, size, below } = parts[index] as Part;
			const part = this.#gathered.subarray(start, start + size);
			if (size > 1) select(part, rank - below);
			return part[rank - below] as number;
		});
	}

	/** Values beyond the rough ends are in the first and the last bin. */
	#count(column: Float64Array, lowest: number, binsPerEuro: number): void {
		const binOf = this.#binOf;
		const counts = this.#counts.fill(0);
		for (let sample = 0; sample < column.length; sample += 1) {
			const place = ((column[sample] as number) - lowest) * binsPerEuro;
			const bin = place > 0 ? (place < bins ? place | 0 : bins - 1) : 0;
			binOf[sample] = bin;
			counts[bin] = (counts[bin] as number) + 1;
		}
	}

	/** Gives every rank its bin's part of the gathered values. */
	#partsWithRanks(): Part[] {
		this.#wanted.fill(0);
		this.#next.fill(this.#gathered.length - 1);
		const parts: Part[] = [];
		let part = { start: 0, size: 0, below: 0 };
		let bin = -1;
		let upTo = 0;
		for (const rank of this.#ranks) {
			if (rank >= upTo) {
				const start = part.start + part.size;
				while (upTo <= rank) upTo += this.#counts[++bin] as number;
				const size = this.#counts[bin] as number;
				part = { start, size, below: upTo - size };
				this.#wanted[bin] = 1;
				this.#next[bin] = start;
			}
			parts.push(part);
		}
		return parts;
	}

	#gather(column: Float64Array): void {
		const [binOf, wanted, next, gathered] = [this.#binOf, this.#wanted, this.#next, this.#gathered];
		for (let sample = 0; sample < column.length; sample += 1) {
			const bin = binOf[sample] as number;
			const to = next[bin] as number;
			gathered[to] = column[sample] as number;
			next[bin] = to + (wanted[bin] as number);
		}
	}
}

/** One bin's values: where they start, how many there are, how many values are below them. */
type Part = { start: number; size: number; below: number };

/** Takes the ends of every so many values, or of all of them when those are alike. */
function roughEnds(column: Float64Array): { lowest: number; highest: number } {
	const rough = ends(column, 1 + Math.floor(column.length / 256));
	return rough.lowest < rough.highest ? rough : ends(column, 1);
}

function ends(column: Float64Array, step: number): { lowest: number; highest: number } {
	let lowest = column[0] as number;
	let highest = lowest;
	for (let sample = step; sample < column.length; sample += step) {
		const value = column[sample] as number;
		if (value < lowest) lowest = value;
		if (value > highest) highest = value;
	}
	return { lowest, highest };
}
