import { quantileOf } from './critic/reading/statistics.ts';
import type { RangeEstimate } from './quantity.ts';
import type { Estimate, Round } from './round.ts';

type GivenRange = Pick<Estimate, 'low' | 'likely' | 'high' | 'confidence'>;

/** The lowest and the highest value that a number may have. */
type NumberDomain = { readonly from: number; readonly to: number };

const amounts = ['amount', 'unitValue'];

/** Gives the values that a field of an effect may have: inputs any, amounts 0 or more, shares 0 to 1. */
export function domainOf(field: Round['field']): NumberDomain {
	if (field.startsWith('inputs.')) return { from: -Infinity, to: Infinity };
	return { from: 0, to: amounts.includes(field) ? Infinity : 1 };
}

/**
 * Pools blind estimates of one number: the median of the lowest values, of the best guesses and of
 * the highest values.
 *
 * People are not equally sure, so first all ranges are brought to one certainty, the median of those
 * given: each end moves linearly towards or away from its best guess (the rescaling of the IDEA
 * four-point elicitation; Hemming and others, Methods in Ecology and Evolution 9, 2018). No certainty
 * counts as 100%. Ends stay within the domain of the number.
 *
 * `[1, 2, 5]`, `[0, 3, 4]` and `[1, 4, 9]`, all 80% sure, become `[1, 3, 5]`, 80% sure.
 *
 * @returns undefined without estimates
 */
export function pooledEstimate(
	estimates: readonly GivenRange[],
	field: Round['field']
): RangeEstimate | undefined {
	if (estimates.length === 0) return undefined;
	const confidence = medianOf(estimates.map((one) => one.confidence ?? 1));
	const rescaled = estimates.map((one) => rescale(one, confidence, domainOf(field)));
	return {
		low: medianOf(rescaled.map(({ low }) => low)),
		likely: medianOf(estimates.map(({ likely }) => likely)),
		high: medianOf(rescaled.map(({ high }) => high)),
		...(confidence < 1 && { confidence })
	};
}

/** Moves the ends of a range to another certainty; a range that has it already is left as given. */
function rescale(given: GivenRange, confidence: number, { from, to }: NumberDomain): GivenRange {
	const { low, likely, high } = given;
	const times = confidence / (given.confidence ?? 1);
	if (times === 1) return given;
	return {
		...given,
		low: Math.max(from, likely - (likely - low) * times),
		high: Math.min(to, likely + (high - likely) * times)
	};
}

function medianOf(values: readonly number[]): number {
	return quantileOf(values, 0.5);
}
