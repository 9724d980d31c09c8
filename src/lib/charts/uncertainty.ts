import type { Distribution } from '#lib/domain/valuation/distribution.ts';

/** The euros at both ends of an axis; zero is always in between or at an end. */
export type Axis = { readonly low: number; readonly high: number };

/** Where the parts of one result stand on an axis, each from 0 (its low end) to 100. */
type UncertaintyMarks = {
	readonly zero: number;
	readonly thin: readonly [number, number];
	readonly thick: readonly [number, number];
	readonly dot: number;
};

/** Makes one axis for several results, so that they can be compared by eye; it is never cut off. */
export function commonAxis(results: readonly Distribution[]): Axis {
	const low = Math.min(0, ...results.map(({ p5 }) => p5));
	const high = Math.max(0, ...results.map(({ p95 }) => p95));
	return low === high ? { low: -1, high: 1 } : { low, high };
}

/**
 * Places a result on an axis: a thin line from p5 to p95, a thick one from p25 to p75, a dot at the
 * median.
 */
export function uncertaintyMarks(result: Distribution, { low, high }: Axis): UncertaintyMarks {
	const place = (euros: number) => ((euros - low) / (high - low)) * 100;
	return {
		zero: place(0),
		thin: [place(result.p5), place(result.p95)],
		thick: [place(result.p25), place(result.p75)],
		dot: place(result.p50)
	};
}
