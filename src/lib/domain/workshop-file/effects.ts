import { checkFormula, formulaNames } from '../formula.ts';
import { itemsOf, part, placesIn } from './place.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

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
	const message = `The shares add up to ${Number(total.toFixed(4))} at their highest values, which is more than the whole effect. Lower them to 1 together.`;
	return [{ path: `${effect.path}.recipients`, message }];
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
		const message = 'Both amount and formula are filled. Empty one of the two.';
		problems.push({ path: `${path}.amount`, message });
	}
	const inputs = itemsOf({ path, value: part(value, 'inputs') });
	const names = new Set(inputs.map((input) => part(input.value, 'name')));
	const message = formulaMessage(formula, names);
	return message ? [...problems, { path: `${path}.formula`, message }] : problems;
}

function formulaMessage(formula: string, names: Set<unknown>): string | undefined {
	const checked = checkFormula(formula);
	if (!checked.ok) return `${checked.reason} (at character ${checked.index + 1} of the formula)`;
	const missing = formulaNames(checked.tree).filter((name) => !names.has(name));
	if (missing.length === 0) return undefined;
	return `The formula uses ${missing.join(', ')}, but inputs has no such name. Add an input or change the formula.`;
}
