import { reason, type Reason, type ReasonCode, type ReasonValues } from '../reason.ts';

/** The functions a formula may call; log is the natural logarithm, min and max take one value or more. */
export const formulaFunctions = [
	'exp',
	'log',
	'sqrt',
	'abs',
	'min',
	'max',
	'round',
	'floor',
	'ceil'
] as const;

export type FormulaFunction = (typeof formulaFunctions)[number];

export const formulaOperators = ['+', '-', '*', '/', '^'] as const;

export type FormulaOperator = (typeof formulaOperators)[number];

/** A checked formula: plain data that only our own evaluator runs. */
export type FormulaNode =
	| { kind: 'number'; value: number }
	| { kind: 'name'; name: string }
	| { kind: 'negative'; operand: FormulaNode }
	| { kind: 'operation'; operator: FormulaOperator; left: FormulaNode; right: FormulaNode }
	| { kind: 'call'; function: FormulaFunction; operands: FormulaNode[] };

/** Why a formula is refused, and the place in the text, counted from 0. */
export class FormulaRefusal extends Error {
	readonly index: number;
	readonly reason: Reason;

	constructor(index: number, code: ReasonCode, values: ReasonValues = {}) {
		super(code);
		this.index = index;
		this.reason = reason(code, { ...values, at: index + 1 });
	}
}

/** Lists the names a formula needs a value for, each once, in the order of the text. */
export function formulaNames(tree: FormulaNode): string[] {
	switch (tree.kind) {
		case 'number':
			return [];
		case 'name':
			return [tree.name];
		case 'negative':
			return formulaNames(tree.operand);
		case 'operation':
			return [...new Set([...formulaNames(tree.left), ...formulaNames(tree.right)])];
		case 'call':
			return [...new Set(tree.operands.flatMap(formulaNames))];
	}
}
