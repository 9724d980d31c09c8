import { OrderStatistics } from './order-statistics.ts';

/** The shares of a distribution that are shown. */
export const shownShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * Finds p5, p25, p50, p75 and p95 of columns of one length.
 *
 * The share p lies at place n p - 1/2 counted from 0, in a straight line between its two neighbours:
 * R's type 5, by Hazen. It fits samples in the middle of equally likely strata: for one quantity it
 * gives back that quantity's own quantiles. Source: R.J. Hyndman and Y. Fan (1996), Sample Quantiles
 * in Statistical Packages, The American Statistician 50(4), 361-365.
 * Example: the p50 of 1, 2, 3, 4 is 2.5.
 */
export class QuantileFinder {
	readonly #places: readonly number[];
	readonly #statistics: OrderStatistics;

	constructor(count: number) {
		this.#places = shownShares.map((share) =>
			Math.min(count - 1, Math.max(0, count * share - 0.5))
		);
		const ranks = this.#places.flatMap((place) => [Math.floor(place), Math.ceil(place)]);
		this.#statistics = new OrderStatistics(count, ranks);
	}

	/** Gives the five quantiles of a column of finite numbers, rising. */
	find(column: Float64Array): Float64Array {
		const neighbours = this.#statistics.find(column);
		return Float64Array.from(this.#places, (place, index) => {
			const lower = neighbours[2 * index] as number;
			const upper = neighbours[2 * index + 1] as number;
			return lower + (upper - lower) * (place - Math.floor(place));
		});
	}
}
