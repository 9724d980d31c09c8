import type { Effect } from '../../effect.ts';
import { checkFormula, formulaNames } from '../../formula.ts';
import { evaluateFormula } from '../../valuation/formula-evaluation.ts';
import { hasFormula, isQuantified } from './effects.ts';
import { bestGuess } from './estimate.ts';

/** An effect never changes: an edit makes another one. */
const known = new WeakMap<Effect, number | null>();

/**
 * Units a year at the best guess; a formula is worked out once with the best guess of every input.
 * Null when the effect is not quantified or its formula has no usable outcome.
 */
export function bestAmountOf(effect: Effect): number | null {
	if (!hasFormula(effect)) return bestGuess(effect.amount);
	const before = known.get(effect);
	if (before !== undefined) return before;
	const amount = isQuantified(effect) ? computed(effect) : null;
	known.set(effect, amount);
	return amount;
}

/** An outcome below 0 or without bounds is no amount, as in the sums of the model. */
function computed({ formula, inputs }: Effect): number | null {
	const checked = checkFormula(formula);
	const values = new Map(inputs.map(({ name, quantity }) => [name, bestGuess(quantity) ?? NaN]));
	if (!checked.ok || !formulaNames(checked.tree).every((name) => values.has(name))) return null;
	const amount = evaluateFormula(checked.tree, values);
	return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount : null;
}
