import type { FormulaNode } from '../formula.ts';
import { formulaTerms, type InputSpreads } from './formula-terms.ts';
import { spreadMoment } from './sampling/spread-moments.ts';
import type { Spread } from './sampling/spread.ts';

/**
 * Gives the mean of a formula in closed form; undefined where there is none.
 *
 * A formula of + - * / and powers is a sum of products of powers of its inputs. Because inputs are
 * independent, the mean of a product is the product of the means, and each of these is known.
 * What falls outside (a function of an uncertain input, a division by a sum) has no such form: its
 * mean is then that of the samples.
 * Example: homes * share * (1 - refused) has the mean of homes, times that of share, times 1 less
 * that of refused.
 */
export function formulaMean(tree: FormulaNode, inputs: InputSpreads): number | undefined {
	const terms = formulaTerms(tree, inputs);
	if (!terms) return undefined;
	let mean = 0;
	for (const { factor, powers } of terms) {
		let product = factor;
		for (const [name, order] of powers)
			product *= spreadMoment(inputs.get(name) as Spread, order) ?? NaN;
		mean += product;
	}
	return mean === mean ? mean : undefined;
}
