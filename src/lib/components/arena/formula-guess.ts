import type { Effect } from '#lib/domain/effect.ts';
import { checkFormula, formulaNames } from '#lib/domain/formula.ts';
import { evaluateFormula } from '#lib/domain/valuation/formula-evaluation.ts';
import { bestGuess } from './links.ts';

/**
 * Works out an effect's formula with the best guess of every input; a single number for on the card,
 * not the mean. Undefined when an input is not estimated or the outcome is no amount.
 */
export function formulaGuess({ formula, inputs }: Effect): number | undefined {
	const checked = checkFormula(formula);
	if (!checked.ok) return undefined;
	const guesses = new Map<string, number>();
	for (const { name, quantity } of inputs) {
		const guess = bestGuess(quantity);
		if (guess !== undefined) guesses.set(name, guess);
	}
	if (!formulaNames(checked.tree).every((name) => guesses.has(name))) return undefined;
	const outcome = evaluateFormula(checked.tree, guesses);
	const isAmount = typeof outcome === 'number' && Number.isFinite(outcome) && outcome >= 0;
	return isAmount ? Number(outcome.toPrecision(3)) : undefined;
}
