import type { Distribution } from './distribution.ts';

/** How often a result lies between two amounts of euros. */
export type Bin = {
	/** Lowest amount in it; the first bin also holds whatever is lower. */
	readonly from: number;
	/** What it stays below; the last bin also holds whatever is higher. */
	readonly to: number;
	/** The part of all outcomes, from 0 to 1. */
	readonly share: number;
};

/** Between p5 and p95 lie at least so many bins, and at most two and a half times as many. */
const binsInMiddle = 8;

/**
 * Counts how often a result lies where, in equally wide bins with round edges, one of which is zero.
 *
 * The bins reach half the distance from p5 to p95 beyond either, so that one extreme sample doesn't
 * press all others together; what lies further out counts in the outer bins. Empty for a result that
 * is one amount. Shares add up to 1. Edges are multiples of 1, 2 or 5 times
 * a power of ten. Source: W.J. Dixon and R.A. Kronmal (1965), The Choice of Origin and Scale for
 * Graphs, Journal of the ACM 12(2), 259-261.
 * Example: with p5 at -20 and p95 at 60 euros the bins are 10 euros wide and lie between -60 and 110.
 */
export function histogram(
	columns: readonly Float64Array[],
	{ p5, p95 }: Pick<Distribution, 'p5' | 'p95'>
): Bin[] {
	const distance = p95 - p5;
	if (!(distance > 0)) return [];
	const width = roundStep(distance / binsInMiddle);
	const first = Math.floor((p5 - distance / 2) / width);
	const last = Math.floor((p95 + distance / 2) / width);
	const counts = new Float64Array(last - first + 1);
	let total = 0;
	for (const column of columns)
		for (const euros of column) {
			const place = Math.min(last, Math.max(first, Math.floor(euros / width))) - first;
			counts[place] = (counts[place] as number) + 1;
			total += 1;
		}
	const bins = Array.from(counts, (count, place) => ({
		from: (first + place) * width,
		to: (first + place + 1) * width,
		share: count / total
	}));
	return bins.slice(
		bins.findIndex(({ share }) => share > 0),
		bins.findLastIndex(({ share }) => share > 0) + 1
	);
}

/** Gives the largest of 1, 2 and 5 times a power of ten that is not more than an amount above 0. */
function roundStep(amount: number): number {
	let power = 1;
	while (power * 10 <= amount) power *= 10;
	while (power > amount) power /= 10;
	return power * ([5, 2].find((times) => power * times <= amount) ?? 1);
}
