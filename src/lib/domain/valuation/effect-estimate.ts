import type { Effect } from '../effect.ts';
import { checkFormula, formulaNames, type FormulaNode } from '../formula.ts';
import type { Quantity } from '../quantity.ts';
import type { InputSpreads } from './formula-terms.ts';
import { firstYear, yearlyWeights } from './overlap.ts';
import {
	amountDomain,
	inputDomain,
	readSpread,
	shareDomain,
	type QuantityDomain,
	type Spread
} from './sampling/spread.ts';

/** A number that multiplies an effect, as it is or as what it leaves over: 1 - itself. */
export type Factor = {
	readonly field: FactorField;
	readonly spread: Spread;
	readonly leavesRest: boolean;
};

export type FactorField =
	'unitValue' | 'probability' | 'deadweight' | 'displacement' | 'attributionToOthers';

/** The units a year: estimated, or computed by a formula. */
export type Amount =
	| { readonly kind: 'estimated'; readonly spread: Spread }
	| { readonly kind: 'computed'; readonly tree: FormulaNode; readonly inputs: InputSpreads };

/** The receipt share of a party; without a spread it is reached, size unknown. */
export type ShareOfParty = { readonly partyId: string; readonly spread: Spread | undefined };

/** Everything about an effect that its value in euros depends on, at scale 1. */
export type EffectEstimate = {
	readonly id: string;
	readonly sign: 1 | -1;
	readonly amount: Amount;
	readonly factors: readonly Factor[];
	readonly dropOff: Spread;
	/** The worth now of one euro in each year from the first, before drop-off. */
	readonly weights: Float64Array;
	readonly firstYear: number;
	readonly shares: readonly ShareOfParty[];
};

/** Why an effect has no value in euros: nobody gave one, or its formula cannot be used. */
export type NoEstimate = 'not-in-euros' | 'formula-refused';

/**
 * Reads what an effect is worth in euros as spreads.
 * A missing deadweight, displacement or share due to others is left out, so counts as 0; a missing
 * probability counts as 1 and a missing drop-off as 0.
 */
export function readEffect(effect: Effect, discounts: Float64Array): EffectEstimate | NoEstimate {
	if (effect.unitValue === null) return 'not-in-euros';
	const amount = readAmount(effect);
	if (typeof amount === 'string') return amount;
	return {
		id: effect.id,
		sign: effect.direction === 'harm' ? -1 : 1,
		amount,
		factors: [
			factor('unitValue', effect.unitValue),
			factor('probability', effect.probability),
			factor('deadweight', effect.deadweight),
			factor('displacement', effect.displacement),
			factor('attributionToOthers', effect.attributionToOthers)
		].filter((given) => given !== undefined),
		dropOff: spreadOr(effect.dropOff, 0),
		weights: yearlyWeights(effect, discounts),
		firstYear: firstYear(effect),
		shares: effect.recipients.map(({ partyId, share }) => ({
			partyId,
			spread: share === null ? undefined : readSpread(share, shareDomain)
		}))
	};
}

function readAmount({ amount, formula, inputs }: Effect): Amount | NoEstimate {
	if (formula.trim() === '')
		return amount === null
			? 'not-in-euros'
			: { kind: 'estimated', spread: readSpread(amount, amountDomain) };
	const spreads = new Map<string, Spread>();
	for (const { name, quantity } of inputs) {
		if (quantity === null) return 'not-in-euros';
		spreads.set(name, readSpread(quantity, inputDomain));
	}
	const checked = checkFormula(formula);
	if (!checked.ok || !formulaNames(checked.tree).every((name) => spreads.has(name)))
		return 'formula-refused';
	return { kind: 'computed', tree: checked.tree, inputs: spreads };
}

function factor(field: FactorField, quantity: Quantity): Factor | undefined {
	if (quantity === null) return undefined;
	const spread = readSpread(quantity, domainOf(field));
	return { field, spread, leavesRest: field !== 'unitValue' && field !== 'probability' };
}

function spreadOr(quantity: Quantity, otherwise: number): Spread {
	return readSpread(quantity ?? otherwise, shareDomain);
}

/** Gives the values that a field of an effect can have; its inputs have their own. */
export function domainOf(field: string): QuantityDomain {
	return field === 'amount' || field === 'unitValue' ? amountDomain : shareDomain;
}
