import { Product } from './arithmetic/product.ts';
import { worthWithDropOff } from './drop-off.ts';
import type { EffectEstimate } from './effect-estimate.ts';
import { evaluateFormula } from './formula-evaluation.ts';
import { inspectAmounts, inspectValue, type InvalidReason } from './invalid.ts';
import type { Sampler, Samples } from './sampling/sampler.ts';

/** What a probability does: multiply the value, or decide whether the effect happens at all. */
export const probabilityModes = ['expected', 'event'] as const;

export type ProbabilityMode = (typeof probabilityModes)[number];

/** The value of an effect in every sample, at scale 1. */
export type EffectSamples = {
	/** Euros of present value; below 0 for a harm. */
	readonly value: Float64Array;
	/** Mean units a year over the samples, for formulas without a closed form. */
	readonly meanAmount: number;
	readonly invalid: InvalidReason | null;
};

/**
 * Works out the present value of an effect in every sample: the product of MODEL.md section 3.
 *
 * value = sign * amount * unit value * probability * (1 - deadweight) * (1 - displacement)
 *         * (1 - share due to others) * sum over years of discount * (1 - drop-off)^age * part of year.
 * This is the impact of a social return on investment: J. Nicholls and others, A Guide to Social
 * Return on Investment (2012), stage 4.
 * Example: 10 units of 100 euros in one full year with 20 % deadweight are worth 800.
 */
export function sampleEffect(
	effect: EffectEstimate,
	sampler: Sampler,
	mode: ProbabilityMode
): EffectSamples {
	const amounts = sampleAmounts(effect, sampler);
	const { meanAmount, invalid } = inspectAmounts(amounts);
	const product = new Product(sampler.count, effect.sign);
	product.times(amounts);
	for (const factor of effect.factors) {
		const samples = sampler.draw(effect.id, factor.field, factor.spread);
		if (factor.leavesRest) product.timesRest(samples);
		else if (factor.field === 'probability' && mode === 'event')
			product.times(happensOrNot(effect, samples, sampler));
		else product.times(samples);
	}
	product.times(sampleWorth(effect, sampler));
	const value = product.finish();
	return { value, meanAmount, invalid: invalid ?? inspectValue(value) };
}

function sampleAmounts({ id, amount }: EffectEstimate, sampler: Sampler): Samples {
	if (amount.kind === 'estimated') return sampler.draw(id, 'amount', amount.spread);
	const inputs = new Map<string, Samples>();
	for (const [name, spread] of amount.inputs)
		inputs.set(name, sampler.drawColumn(id, `inputs.${name}`, spread));
	return evaluateFormula(amount.tree, inputs);
}

/** Gives 1 where an effect happens and 0 where it does not, decided by a stream of its own. */
function happensOrNot({ id }: EffectEstimate, chances: Samples, sampler: Sampler): Float64Array {
	const chanceOf = typeof chances === 'number' ? () => chances : columnReader(chances.slice());
	const luck = sampler.drawChances(id, 'probability.happens');
	return luck.map((place, sample) => (place < chanceOf(sample) ? 1 : 0));
}

function columnReader(column: Float64Array): (sample: number) => number {
	return (sample) => column[sample] as number;
}

function sampleWorth({ id, weights, dropOff }: EffectEstimate, sampler: Sampler): Samples {
	const shares = sampler.draw(id, 'dropOff', dropOff);
	if (typeof shares === 'number') return worthWithDropOff(weights, shares);
	return shares.map((share) => worthWithDropOff(weights, share));
}
