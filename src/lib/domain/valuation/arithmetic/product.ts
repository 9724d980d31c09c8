import type { Samples } from '../sampling/sampler.ts';

/** A product that is worked out sample by sample; numbers are collected and multiplied in last. */
export class Product {
	readonly #column: Float64Array;
	#constant: number;
	#isFilled = false;

	constructor(count: number, start: number) {
		this.#column = new Float64Array(count);
		this.#constant = start;
	}

	/** Multiplies by samples. */
	times(samples: Samples): void {
		if (typeof samples === 'number') this.#constant *= samples;
		else if (this.#isFilled) multiply(this.#column, samples);
		else this.#column.set(samples);
		this.#isFilled ||= typeof samples !== 'number';
	}

	/** Multiplies by 1 minus samples. */
	timesRest(samples: Samples): void {
		if (typeof samples === 'number') this.#constant *= 1 - samples;
		else {
			if (!this.#isFilled) this.#column.fill(1);
			this.#isFilled = true;
			multiplyByRest(this.#column, samples);
		}
	}

	/** Gives the product in every sample; the last thing to ask. */
	finish(): Float64Array {
		if (this.#isFilled) scale(this.#column, this.#constant);
		else this.#column.fill(this.#constant);
		return this.#column;
	}
}

function multiply(column: Float64Array, by: Float64Array): void {
	for (let sample = 0; sample < column.length; sample += 1)
		column[sample] = (column[sample] as number) * (by[sample] as number);
}

function multiplyByRest(column: Float64Array, by: Float64Array): void {
	for (let sample = 0; sample < column.length; sample += 1)
		column[sample] = (column[sample] as number) * (1 - (by[sample] as number));
}

function scale(column: Float64Array, by: number): void {
	for (let sample = 0; sample < column.length; sample += 1)
		column[sample] = (column[sample] as number) * by;
}
