import { sumOf } from './arithmetic/sum.ts';
import { amountAtMeans, costAtMeans, type EffectAtMeans } from './at-means.ts';
import { worthWithDropOff } from './drop-off.ts';
import { domainOf, type Amount } from './effect-estimate.ts';
import { formulaTerms } from './formula-terms.ts';
import type { CountedContribution } from './ledger.ts';
import { spreadMean } from './sampling/spread-moments.ts';
import { amountDomain, inputDomain, type QuantityDomain, type Spread } from './sampling/spread.ts';

/** Which quantity of which record; a nested field is dotted, such as inputs.homes. */
export type LeverTarget = {
	readonly kind: 'effect' | 'measure';
	readonly id: string;
	readonly field: string;
};

/** A quantity that can be moved while the rest stays at its mean. */
export type Lever = {
	readonly target: LeverTarget;
	readonly spread: Spread;
	readonly domain: QuantityDomain;
	/** Euros in the net of the effect or contribution, at the mean of the quantity. */
	readonly euros: number;
	/** The same at another value of the quantity. */
	readonly eurosAt: (value: number) => number;
	/** Whether euros are a straight line in the value. */
	readonly straight: boolean;
};

/** Lists the quantities of an effect. */
export function effectLevers(at: EffectAtMeans): Lever[] {
	const { estimate, scale } = at.effect;
	const { id } = estimate;
	const product = at.factors.reduce((sum, factor) => sum * factor, estimate.sign * scale);
	const lever = (field: string, part: Omit<Lever, 'target' | 'euros' | 'domain'>): Lever => ({
		...{ target: { kind: 'effect', id, field }, domain: domainOf(field), euros: at.euros, ...part }
	});
	return [
		...amountLevers(at, product * at.worth),
		...estimate.factors.map(({ field, spread, leavesRest }, place) => {
			const others = at.factors.toSpliced(place, 1).reduce((all, factor) => all * factor, 1);
			const rest = estimate.sign * scale * at.amount * at.worth * others;
			const eurosAt = (value: number) => rest * (leavesRest ? 1 - value : value);
			return lever(field, { spread, eurosAt, straight: true });
		}),
		lever('dropOff', {
			spread: estimate.dropOff,
			eurosAt: (value) => product * at.amount * worthWithDropOff(estimate.weights, value),
			straight: false
		}),
		...estimate.shares.flatMap(({ partyId, spread }) =>
			spread
				? lever(`recipients.${partyId}`, { spread, eurosAt: () => at.euros, straight: true })
				: []
		)
	];
}

/** The amount itself, or the inputs of its formula. */
function amountLevers({ effect, euros }: EffectAtMeans, perUnit: number): Lever[] {
	const { estimate } = effect;
	const { id, amount } = estimate;
	if (amount.kind === 'estimated') {
		const eurosAt = (value: number) => perUnit * value;
		const target = { kind: 'effect', id, field: 'amount' } as const;
		const { spread } = amount;
		return [{ target, spread, domain: amountDomain, euros, eurosAt, straight: true }];
	}
	return [...amount.inputs].map(([name, spread]) => ({
		target: { kind: 'effect', id, field: `inputs.${name}` },
		spread,
		domain: inputDomain,
		euros,
		eurosAt: (value) => perUnit * amountAtMeans(estimate, [[name, value]]),
		straight: isStraight(amount, name)
	}));
}

/** Tells whether a formula, with its other inputs at their means, is a straight line in one input. */
function isStraight({ tree, inputs }: Amount & { kind: 'computed' }, name: string): boolean {
	const others = [...inputs].map(([other, spread]): [string, Spread] =>
		other === name ? [other, anywhere] : [other, { kind: 'point', value: spreadMean(spread) }]
	);
	const terms = formulaTerms(tree, new Map(others));
	const powers = terms?.flatMap((term) => [...term.powers.values()]);
	return powers?.every((power) => power === 1) ?? false;
}

/** A spread that is no point, so that a formula keeps its name. */
const anywhere: Spread = { kind: 'pert', lowest: -1, likely: 0, highest: 1 };

/** Gives the amount of a contribution as a quantity; what it costs comes off the net. */
export function contributionLever(contribution: CountedContribution): Lever {
	const { estimate, scale } = contribution;
	const { measureId, contributionId, amount, weights } = estimate;
	const perEuro = scale * sumOf(weights);
	return {
		target: { kind: 'measure', id: measureId, field: `contributions.${contributionId}.amount` },
		spread: amount,
		domain: amountDomain,
		euros: -costAtMeans(contribution),
		eurosAt: (value) => -value * perEuro,
		straight: true
	};
}
