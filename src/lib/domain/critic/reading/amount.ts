import type { Effect } from '../../effect.ts';
import { checkFormula, formulaNames } from '../../formula.ts';
import { evaluateFormula } from '../../valuation/formula-evaluation.ts';
import { hasFormula, isQuantified } from './effects.ts';
import { bestGuess } from './estimate.ts';
import { once } from './once.ts';

/**
 * Units a year at the best guess; a formula is worked out once with the best guess of every input.
 * Null when the effect is not quantified or its formula has no usable outcome.
 */
export function bestAmountOf(effect: Effect): number | null {
	return hasFormula(effect) ? outcomeOf(effect) : bestGuess(effect.amount);
}

/** An outcome below 0 or without bounds is no amount, as in the sums of the model. */
const outcomeOf = once((effect: Effect): number | null => {
	if (!isQuantified(effect)) return null;
	const { formula, inputs } = effect;
	const checked = checkFormula(formula);
	const values = new Map(inputs.map(({ name, quantity }) => [name, bestGuess(quantity) ?? NaN]));
	if (!checked.ok || !formulaNames(checked.tree).every((name) => values.has(name))) return null;
	const amount = evaluateFormula(checked.tree, values);
	return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount : null;
});
