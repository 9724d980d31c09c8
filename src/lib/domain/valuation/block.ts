import type { Scaled } from './add-columns.ts';
import { ColumnSums, type Addend } from './column-sums.ts';
import type { ContributionEstimate } from './contribution-estimate.ts';
import { sampleContribution, type ContributionSamples } from './contribution-value.ts';
import type { EffectEstimate } from './effect-estimate.ts';
import { sampleEffect, type EffectSamples, type ProbabilityMode } from './effect-value.ts';
import type { Line, Posting } from './ledger.ts';
import { QuantileFinder } from './quantiles.ts';
import { sampleReceipts, type ReceiptSamples } from './receipts.ts';
import type { Sampler, Samples } from './sampling/sampler.ts';

/**
 * One replicate: the columns of all estimates, and the sums and quantiles worked out from them.
 * Everything belongs to the object it was worked out from, so what did not change is never done again.
 */
export class Block {
	readonly count: number;
	readonly #sampler: Sampler;
	readonly #mode: ProbabilityMode;
	readonly #sums: ColumnSums<Posting>;
	readonly #combinations: ColumnSums<Addend & { source: Float64Array }>;
	readonly #finder: QuantileFinder;
	readonly #effects = new WeakMap<EffectEstimate, EffectSamples>();
	readonly #receipts = new WeakMap<EffectEstimate, ReceiptSamples>();
	readonly #contributions = new WeakMap<ContributionEstimate, ContributionSamples>();
	readonly #quantiles = new WeakMap<Float64Array, Float64Array>();

	constructor(sampler: Sampler, mode: ProbabilityMode) {
		this.count = sampler.count;
		this.#sampler = sampler;
		this.#mode = mode;
		this.#sums = new ColumnSums(sampler.count, (posting) => this.#columnOf(posting));
		this.#combinations = new ColumnSums(sampler.count, ({ source }) => source);
		this.#finder = new QuantileFinder(sampler.count);
	}

	/** Gives the value of an effect in every sample, at scale 1. */
	effect(estimate: EffectEstimate): EffectSamples {
		return kept(this.#effects, estimate, () => sampleEffect(estimate, this.#sampler, this.#mode));
	}

	/** Draws the drop-off of an effect again, the same as in its value; good until the next draw. */
	dropOff({ id, dropOff }: EffectEstimate): Samples {
		return this.#sampler.draw(id, 'dropOff', dropOff);
	}

	/** Gives the cost of a contribution in every sample, at scale 1. */
	contribution(estimate: ContributionEstimate): ContributionSamples {
		return kept(this.#contributions, estimate, () => sampleContribution(estimate, this.#sampler));
	}

	/** Adds up a line under a name; the same object as before when nothing in it changed. */
	sum(name: string, line: Line): Float64Array {
		return this.#sums.total(name, line);
	}

	/** Adds up columns, each a number of times, in the same way. */
	combine(name: string, columns: readonly Scaled[]): Float64Array {
		return this.#combinations.total(
			name,
			columns.map(({ column, times }, place) => ({ id: `${place}`, source: column, times }))
		);
	}

	/** Gives p5, p25, p50, p75 and p95 of a column of this block. */
	quantiles(column: Float64Array): Float64Array {
		return kept(this.#quantiles, column, () => this.#finder.find(column));
	}

	/** Forgets the sums that were not asked for since the last time. */
	forgetUnused(): void {
		this.#sums.forgetUnused();
		this.#combinations.forgetUnused();
	}

	#columnOf({ source, part }: Posting): Float64Array {
		if (!('sign' in source)) return this.contribution(source).value;
		const { value } = this.effect(source);
		if (part === 'value') return value;
		const receipts = kept(this.#receipts, source, () =>
			sampleReceipts(source, value, this.#sampler)
		);
		return part === 'unallocated' ? receipts.unallocated : (receipts.received[part] ?? value);
	}
}

function kept<Key extends object, Value>(
	cache: WeakMap<Key, Value>,
	key: Key,
	workOut: () => Value
): Value {
	const before = cache.get(key);
	if (before !== undefined) return before;
	const value = workOut();
	cache.set(key, value);
	return value;
}
