import type { Spread } from './spread.ts';
import type { RisingColumns } from './rising-columns.ts';
import { shuffle, streamOf } from './stream.ts';

/** A number for all samples, or a column with one number per sample. */
export type Samples = number | Float64Array;

/** The samples of one replicate: which seed, which replicate, which values. */
export type SamplerOptions = {
	readonly seed: number;
	readonly replicate: number;
	readonly rising: RisingColumns;
};

/**
 * Draws samples of quantities, each from a stream of its own.
 * Replicates are independent samples of the same size; a figure is the mean over the replicates.
 */
export class Sampler {
	readonly count: number;
	readonly #options: SamplerOptions;
	readonly #scratch: Float64Array;

	constructor(options: SamplerOptions) {
		this.#options = options;
		this.count = options.rising.strata.count;
		this.#scratch = new Float64Array(this.count);
	}

	/** Draws one field of one record; the column is good until the next draw. */
	draw(recordId: string, field: string, spread: Spread): Samples {
		if (spread.kind === 'point') return spread.value;
		this.#options.rising.copy(spread, this.#scratch);
		return this.#shuffled(recordId, field);
	}

	/** Draws one field of one record into a column of its own. */
	drawColumn(recordId: string, field: string, spread: Spread): Samples {
		const samples = this.draw(recordId, field, spread);
		return typeof samples === 'number' ? samples : samples.slice();
	}

	/** Draws evenly spread chances between 0 and 1; the column is good until the next draw. */
	drawChances(recordId: string, field: string): Float64Array {
		this.#scratch.set(this.#options.rising.strata.middles);
		return this.#shuffled(recordId, field);
	}

	#shuffled(recordId: string, field: string): Float64Array {
		const { seed, replicate } = this.#options;
		shuffle(this.#scratch, streamOf({ seed, replicate, recordId, field }));
		return this.#scratch;
	}
}
