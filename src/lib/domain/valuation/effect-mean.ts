import { meanLeft } from './drop-off.ts';
import type { EffectEstimate, Factor } from './effect-estimate.ts';
import { formulaMean } from './formula-mean.ts';
import { spreadMean } from './sampling/spread-moments.ts';

/**
 * Gives the mean value of an effect in euros per unit of its amount, for each year from its first.
 *
 * The yearly value of MODEL.md section 3 is a product of independent numbers, so its mean is the
 * product of their means: sign, worth of a unit, probability, what deadweight, displacement and
 * others leave over, what the drop-off leaves over in that year, discount factor, part of the year.
 * Example: a value of 10 with half deadweight gives 5 a unit in a full year at a factor of 1.
 */
export function meanPerUnit(effect: EffectEstimate): Float64Array {
	const worth = effect.factors.reduce<number>(
		(product, factor) => product * factorMean(factor),
		effect.sign
	);
	const left = meanLeft(effect.dropOff, effect.weights.length);
	return effect.weights.map((weight, age) => worth * weight * (left[age] as number));
}

/** Gives the mean of what a factor multiplies with. */
export function factorMean({ spread, leavesRest }: Factor): number {
	return leavesRest ? 1 - spreadMean(spread) : spreadMean(spread);
}

/** Gives the mean amount in closed form; undefined when only samples can tell. */
export function meanAmount({ amount }: EffectEstimate): number | undefined {
	return amount.kind === 'estimated'
		? spreadMean(amount.spread)
		: formulaMean(amount.tree, amount.inputs);
}
