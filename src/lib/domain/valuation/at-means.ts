import type { EffectEstimate } from './effect-estimate.ts';
import { sumOf } from './arithmetic/sum.ts';
import { worthWithDropOff } from './drop-off.ts';
import { factorMean } from './effect-mean.ts';
import { evaluateFormula } from './formula-evaluation.ts';
import type { CountedContribution, CountedEffect } from './ledger.ts';
import { spreadMean } from './sampling/spread-moments.ts';

/**
 * The model with every quantity replaced by its mean ("plug-in"): no samples, so the same workshop
 * always gives the same numbers. The critic's rules on money and the tornado use it. It differs from
 * the mean of the results only where a drop-off or a formula is not a plain product.
 */
export type EffectAtMeans = {
	readonly effect: CountedEffect;
	/** Units a year; a formula worked out once at the means of its inputs. */
	readonly amount: number;
	/** The means of what the factors multiply with, in the order of the factors. */
	readonly factors: readonly number[];
	/** The worth now of one euro a year, at the mean drop-off. */
	readonly worth: number;
	/** Sign, scale and all of the above multiplied: euros of present value. */
	readonly euros: number;
};

/** Works out an effect at the means; undefined when its formula has no usable value there. */
export function effectAtMeans(effect: CountedEffect): EffectAtMeans | undefined {
	const { estimate, scale } = effect;
	const amount = amountAtMeans(estimate);
	const factors = estimate.factors.map(factorMean);
	const worth = worthWithDropOff(estimate.weights, spreadMean(estimate.dropOff));
	const euros = factors.reduce(
		(product, factor) => product * factor,
		estimate.sign * scale * amount * worth
	);
	if (!(amount >= 0) || euros - euros !== 0) return undefined;
	return { effect, amount, factors, worth, euros: euros + 0 };
}

/** Works out an amount at the means, with other values for the named inputs of its formula. */
export function amountAtMeans(
	{ amount }: EffectEstimate,
	others: Iterable<readonly [string, number]> = []
): number {
	if (amount.kind === 'estimated') return spreadMean(amount.spread);
	const values = new Map([...amount.inputs].map(([name, spread]) => [name, spreadMean(spread)]));
	for (const [name, value] of others) values.set(name, value);
	return evaluateFormula(amount.tree, values) as number;
}

/** Gives the cost of a contribution at the mean, for a given amount if there is one. */
export function costAtMeans({ estimate, scale }: CountedContribution, amount?: number): number {
	return (amount ?? spreadMean(estimate.amount)) * scale * sumOf(estimate.weights);
}
