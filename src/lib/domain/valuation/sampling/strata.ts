import { naturalLogarithm } from '../arithmetic/elementary.ts';
import { normalQuantile } from '../arithmetic/normal-quantile.ts';

/**
 * The middles of n equally likely strata: p = (i + 1/2) / n for i = 0 ... n - 1.
 *
 * One sample per stratum, at its middle, is a median Latin hypercube sample. Source: M.D. McKay,
 * R.J. Beckman and W.J. Conover (1979), A Comparison of Three Methods for Selecting Values of Input
 * Variables, Technometrics 21(2), 239-245. Against plain random samples the mean of a sum of
 * independent numbers is practically free of noise.
 */
export type Strata = {
	readonly count: number;
	/** p itself, rising. */
	readonly middles: Float64Array;
	/** ln(p / (1 - p)), for the PERT curve. */
	readonly logits: Float64Array;
	/** The standard normal quantile of p, for the lognormal. */
	readonly normals: Float64Array;
};

/** Works out the strata once for a number of samples. */
export function makeStrata(count: number): Strata {
	const middles = new Float64Array(count);
	const logits = new Float64Array(count);
	const normals = new Float64Array(count);
	for (let stratum = 0; stratum < count; stratum += 1) {
		const middle = (stratum + 0.5) / count;
		middles[stratum] = middle;
		logits[stratum] = naturalLogarithm((2 * stratum + 1) / (2 * (count - stratum) - 1));
		normals[stratum] = normalQuantile(middle);
	}
	return { count, middles, logits, normals };
}
