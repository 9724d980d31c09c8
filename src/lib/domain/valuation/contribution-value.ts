import { sumOf } from './arithmetic/sum.ts';
import type { ContributionEstimate } from './contribution-estimate.ts';
import { inspectValue, type InvalidReason } from './invalid.ts';
import { spreadMean } from './sampling/spread-moments.ts';
import type { Sampler } from './sampling/sampler.ts';

/** The cost of a contribution in every sample, at scale 1. */
export type ContributionSamples = {
	readonly value: Float64Array;
	readonly invalid: InvalidReason | null;
};

/**
 * Works out the present value of a contribution in every sample: amount times the worth of its years.
 * Example: 100 a year in two full years with factors 1 and 0.8 costs 180.
 */
export function sampleContribution(
	{ measureId, contributionId, amount, weights }: ContributionEstimate,
	sampler: Sampler
): ContributionSamples {
	const worth = sumOf(weights);
	const euros = sampler.draw(measureId, `contributions.${contributionId}.amount`, amount);
	const value = new Float64Array(sampler.count);
	if (typeof euros === 'number') value.fill(euros * worth);
	else
		for (let sample = 0; sample < value.length; sample += 1)
			value[sample] = (euros[sample] as number) * worth;
	return { value, invalid: inspectValue(value) };
}

/** Gives the mean cost of a contribution in each year from its first, in closed form. */
export function meanYearlyCost({ amount, weights }: ContributionEstimate): Float64Array {
	const mean = spreadMean(amount);
	return weights.map((weight) => weight * mean);
}
