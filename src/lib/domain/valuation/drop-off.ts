import { pertMoments } from './sampling/spread-moments.ts';
import type { Spread } from './sampling/spread.ts';

/**
 * The worth now of one euro a year that loses the same share every year.
 *
 * In the year of its age j what is left is (1 - drop-off)^j; the drop-off of the guide to social
 * return on investment. Source: J. Nicholls and others, A Guide to Social Return on Investment
 * (2012), stage 4.4.
 * Example: weights 1, 1, 1 with a drop-off of 0.5 are worth 1 + 0.5 + 0.25 = 1.75.
 */
export function worthWithDropOff(weights: Float64Array, dropOff: number): number {
	const kept = 1 - dropOff;
	let worth = 0;
	for (let age = weights.length - 1; age >= 0; age -= 1)
		worth = worth * kept + (weights[age] as number);
	return worth;
}

/** Gives the mean of what is left, (1 - drop-off)^j, for every age j, in closed form. */
export function meanLeft(dropOff: Spread, ages: number): Float64Array {
	if (dropOff.kind === 'pert') {
		const { lowest, likely, highest } = dropOff;
		const kept = {
			kind: 'pert',
			lowest: 1 - highest,
			likely: 1 - likely,
			highest: 1 - lowest
		} as const;
		return pertMoments(kept, Math.max(0, ages - 1)).slice(0, ages);
	}
	const kept = dropOff.kind === 'point' ? 1 - dropOff.value : 1;
	const left = new Float64Array(ages).fill(1);
	for (let age = 1; age < ages; age += 1) left[age] = (left[age - 1] as number) * kept;
	return left;
}
