import { checkFormula, formulaNames } from '../formula.ts';
import { itemsOf, part, placesIn } from './place.ts';
import type { Place } from './place.ts';
import { reason, type Reason } from '../reason.ts';
import { problemAt, type Problem } from './problem.ts';

/** Room for the last bit of a sum such as 0.33 + 0.56 + 0.11. */
const roundingRoom = 1e-9;

/** Finds effects that give away more than there is, or whose formula cannot be computed. */
export function* effectProblems(file: unknown): Generator<Problem> {
	for (const effect of placesIn(file, 'effects.*')) {
		yield* sharesAboveOne(effect);
		yield* formulaProblems(effect);
	}
}

/** Adds up the highest value of every receipt share; more than the whole effect cannot be received. */
function sharesAboveOne(effect: Place): Problem[] {
	const shares = placesIn(effect.value, 'recipients.*.share').map(({ value }) => highest(value));
	const total = shares.reduce((sum, share) => sum + share, 0);
	if (!(total > 1 + roundingRoom)) return [];
	const tooMuch = reason('shares', { total: Number(total.toFixed(4)) });
	return [problemAt(`${effect.path}.recipients`, tooMuch)];
}

function highest(share: unknown): number {
	const value = typeof share === 'number' ? share : part(share, 'high');
	return typeof value === 'number' ? value : 0;
}

function formulaProblems({ path, value }: Place): Problem[] {
	const formula = part(value, 'formula');
	if (typeof formula !== 'string' || formula === '') return [];
	const problems: Problem[] = [];
	if (part(value, 'amount') !== null && part(value, 'amount') !== undefined) {
		problems.push(problemAt(`${path}.amount`, reason('amount-and-formula')));
	}
	const inputs = itemsOf({ path, value: part(value, 'inputs') });
	const names = new Set(inputs.map((input) => part(input.value, 'name')));
	const wrong = whatIsWrong(formula, names);
	return wrong ? [...problems, problemAt(`${path}.formula`, wrong)] : problems;
}

function whatIsWrong(formula: string, names: Set<unknown>): Reason | undefined {
	const checked = checkFormula(formula);
	if (!checked.ok) return checked.reason;
	const missing = formulaNames(checked.tree).filter((name) => !names.has(name));
	if (missing.length === 0) return undefined;
	return reason('formula-input', { names: missing.join(', ') });
}
