import type { FormulaNode } from '../formula.ts';
import { power } from './arithmetic/elementary.ts';
import { evaluateFormula } from './formula-evaluation.ts';
import type { Spread } from './sampling/spread.ts';

/** A number times powers of inputs, such as 3 homes share^2. */
export type Term = { readonly factor: number; readonly powers: ReadonlyMap<string, number> };

/** The spreads of a formula's inputs, by name. */
export type InputSpreads = ReadonlyMap<string, Spread>;

/** A formula with more terms than this is left to the samples. */
const mostTerms = 64;
const highestPower = 6;

/**
 * Writes a formula as a sum of terms in its uncertain inputs; undefined where that cannot be done.
 * Example: (homes + 2) * share is 1 homes share + 2 share.
 */
export function formulaTerms(tree: FormulaNode, inputs: InputSpreads): readonly Term[] | undefined {
	const terms = expand(tree, inputs);
	return terms && terms.length <= mostTerms ? terms : undefined;
}

function expand(tree: FormulaNode, inputs: InputSpreads): readonly Term[] | undefined {
	switch (tree.kind) {
		case 'number':
			return constant(tree.value);
		case 'name':
			return nameTerm(tree.name, inputs.get(tree.name));
		case 'negative':
			return times(constant(-1), formulaTerms(tree.operand, inputs));
		case 'call':
			return constantCall(tree, inputs);
		case 'operation':
			return operation(tree, inputs);
	}
}

function constant(factor: number): readonly Term[] {
	return [{ factor, powers: new Map() }];
}

function nameTerm(name: string, spread: Spread | undefined): readonly Term[] | undefined {
	if (!spread) return undefined;
	if (spread.kind === 'point') return constant(spread.value);
	return [{ factor: 1, powers: new Map([[name, 1]]) }];
}

/** A function has terms only when everything in it is certain. */
function constantCall(tree: FormulaNode & { kind: 'call' }, inputs: InputSpreads) {
	const operands: FormulaNode[] = [];
	for (const operand of tree.operands) {
		const value = asConstant(formulaTerms(operand, inputs));
		if (value === undefined) return undefined;
		operands.push({ kind: 'number', value });
	}
	return constant(evaluateFormula({ ...tree, operands }, new Map()) as number);
}

function asConstant(terms: readonly Term[] | undefined): number | undefined {
	if (!terms?.every(({ powers }) => powers.size === 0)) return undefined;
	return terms.reduce((sum, { factor }) => sum + factor, 0);
}

function operation(tree: FormulaNode & { kind: 'operation' }, inputs: InputSpreads) {
	const left = formulaTerms(tree.left, inputs);
	const right = formulaTerms(tree.right, inputs);
	if (!left || !right) return undefined;
	switch (tree.operator) {
		case '+':
			return merge([...left, ...right]);
		case '-':
			return merge([...left, ...(times(constant(-1), right) ?? [])]);
		case '*':
			return times(left, right);
		case '/':
			return times(left, raise(right, -1, inputs));
		case '^':
			return raise(left, asConstant(right), inputs);
	}
}

function times(left: readonly Term[] | undefined, right: readonly Term[] | undefined) {
	if (!left || !right || left.length * right.length > mostTerms) return undefined;
	return merge(
		left.flatMap((one) =>
			right.map((other) => {
				const powers = new Map(one.powers);
				for (const [name, order] of other.powers) powers.set(name, (powers.get(name) ?? 0) + order);
				return { factor: one.factor * other.factor, powers };
			})
		)
	);
}

function raise(terms: readonly Term[], exponent: number | undefined, inputs: InputSpreads) {
	const [only, another] = terms;
	if (exponent === undefined || !only) return undefined;
	const whole = exponent === Math.floor(exponent);
	if (!another) return whole || isPositive(only, inputs) ? [raiseTerm(only, exponent)] : undefined;
	if (!whole || exponent < 0 || exponent > highestPower) return undefined;
	let product: readonly Term[] | undefined = constant(1);
	for (let step = 0; step < exponent; step += 1) product = times(product, terms);
	return product;
}

/** Broken powers of a term are safe when it is surely above 0. */
function isPositive({ factor, powers }: Term, inputs: InputSpreads): boolean {
	return factor > 0 && [...powers.keys()].every((name) => inputs.get(name)?.kind === 'lognormal');
}

function raiseTerm({ factor, powers }: Term, exponent: number): Term {
	const raised = [...powers].map(([name, order]) => [name, order * exponent] as const);
	return {
		factor: power(factor, exponent),
		powers: new Map(raised.filter(([, order]) => order !== 0))
	};
}

/** Adds terms with the same powers together and drops powers of 0. */
function merge(terms: readonly Term[]): readonly Term[] {
	const merged = new Map<string, Term>();
	for (const { factor, powers } of terms) {
		const kept = [...powers].filter(([, order]) => order !== 0).sort(byName);
		const key = JSON.stringify(kept);
		merged.set(key, {
			factor: factor + (merged.get(key)?.factor ?? 0),
			powers: new Map(kept)
		});
	}
	return [...merged.values()];
}

function byName([one]: [string, number], [other]: [string, number]): number {
	return one < other ? -1 : 1;
}
