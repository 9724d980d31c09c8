import type { Spread } from './spread.ts';
import { fillRising } from './spread-quantile.ts';
import { makeStrata, type Strata } from './strata.ts';

/**
 * The quantiles of spreads in the middle of all strata, rising.
 * Replicates differ only in the order of these values, so with more than one replicate they are kept.
 */
export class RisingColumns {
	readonly strata: Strata;
	readonly #kept: WeakMap<Spread, Float64Array> | undefined;

	constructor(count: number, replicates: number) {
		this.strata = makeStrata(count);
		this.#kept = replicates > 1 ? new WeakMap() : undefined;
	}

	/** Copies the values of a spread into a column. */
	copy(spread: Spread, column: Float64Array): void {
		const kept = this.#kept?.get(spread);
		if (kept) return column.set(kept);
		fillRising(spread, this.strata, column);
		this.#kept?.set(spread, column.slice());
	}
}
