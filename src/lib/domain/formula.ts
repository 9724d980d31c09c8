import { create, parseDependencies } from 'mathjs/number';
import type {
	ConstantNode,
	FunctionNode,
	MathNode,
	OperatorNode,
	ParenthesisNode,
	SymbolNode
} from 'mathjs/number';
import { FormulaRefusal, formulaFunctions, formulaOperators } from './formula/node.ts';
import type { FormulaNode } from './formula/node.ts';
import type { Reason, ReasonCode, ReasonValues } from './reason.ts';
import { scanFormula } from './formula/scan.ts';
import type { Leaf } from './formula/scan.ts';

export { formulaNames } from './formula/node.ts';
export type { FormulaFunction, FormulaNode, FormulaOperator } from './formula/node.ts';

/** Largest tree: every number, name, operator and call is one node. */
const maximumNodes = 200;

const { parse } = create({ ...parseDependencies });

/** A checked tree, or why there is none and where in the text, counted from 0. */
export type CheckedFormula =
	{ ok: true; tree: FormulaNode } | { ok: false; index: number; reason: Reason };

/**
 * Parses a formula and copies what is allowed into a tree of our own; mathjs never evaluates it.
 * Allowed: numbers, names, + − * / ^, unary minus, brackets and exp log sqrt abs min max round floor ceil;
 * at most 500 characters, 32 nested brackets and 200 nodes. Never throws.
 * @example checkFormula('homes * share * (1 - refused)')
 */
export function checkFormula(text: string): CheckedFormula {
	try {
		const leaves = scanFormula(text);
		if (leaves.length === 0) throw new FormulaRefusal(0, 'formula-empty');
		return { ok: true, tree: new Reader(leaves).read(parseText(text)) };
	} catch (error) {
		if (!(error instanceof FormulaRefusal)) throw error;
		return { ok: false, index: error.index, reason: error.reason };
	}
}

function parseText(text: string): MathNode {
	try {
		return parse(text);
	} catch (error) {
		const place = error instanceof Error && 'char' in error ? Number(error.char) - 1 : 0;
		throw new FormulaRefusal(Math.min(Math.max(place, 0), text.length), 'formula-syntax');
	}
}

/**
 * Copies a parsed tree node by node and refuses what is not on the list.
 * The leaves of the tree come in the order of the text, so the next leaf tells where we are.
 */
class Reader {
	readonly #leaves: readonly Leaf[];
	#next = 0;
	#nodes = 0;

	constructor(leaves: readonly Leaf[]) {
		this.#leaves = leaves;
	}

	read(node: MathNode): FormulaNode {
		if (isParenthesis(node)) return this.read(node.content);
		this.#nodes += 1;
		if (this.#nodes > maximumNodes) {
			throw this.#refusal('formula-size', { most: maximumNodes });
		}
		if (isConstant(node)) return this.#number(node.value);
		if (isSymbol(node)) return this.#name(node.name);
		if (isOperator(node)) return this.#operation(node);
		if (isFunction(node)) return this.#call(node);
		throw this.#refusal('formula-unknown');
	}

	#number(value: unknown): FormulaNode {
		if (typeof value !== 'number' || !Number.isFinite(value)) {
			throw this.#refusal('formula-number');
		}
		this.#next += 1;
		return { kind: 'number', value };
	}

	#name(name: string): FormulaNode {
		if (formulaFunctions.some((known) => known === name)) {
			throw this.#refusal('formula-name-of-function', { name });
		}
		this.#next += 1;
		return { kind: 'name', name };
	}

	#operation({ op, args, implicit, fn }: OperatorNode): FormulaNode {
		const [first, second] = args;
		if (fn === 'unaryMinus' && first) return { kind: 'negative', operand: this.read(first) };
		if (!first || !second) throw this.#refusal('formula-operand', { operator: op });
		const left = this.read(first);
		if (implicit) throw this.#refusal('formula-operator-missing');
		const operator = formulaOperators.find((known) => known === op);
		if (!operator) throw this.#refusal('formula-operator', { operator: op });
		return { kind: 'operation', operator, left, right: this.read(second) };
	}

	#call({ fn, args }: FunctionNode): FormulaNode {
		const called = formulaFunctions.find((known) => 'name' in fn && known === fn.name);
		if (!called) throw this.#refusal('formula-unknown');
		const many = called === 'min' || called === 'max';
		if (many ? args.length === 0 : args.length !== 1) {
			throw this.#refusal(many ? 'formula-arguments' : 'formula-argument', { name: called });
		}
		this.#next += 1;
		return { kind: 'call', function: called, operands: args.map((operand) => this.read(operand)) };
	}

	/** Refuses at the next name or number of the text. */
	#refusal(code: ReasonCode, values?: ReasonValues): FormulaRefusal {
		const next = this.#leaves[this.#next] ?? this.#leaves.at(-1);
		return new FormulaRefusal(next?.index ?? 0, code, values);
	}
}

function isParenthesis(node: MathNode): node is ParenthesisNode {
	return node.type === 'ParenthesisNode';
}

function isConstant(node: MathNode): node is ConstantNode {
	return node.type === 'ConstantNode';
}

function isSymbol(node: MathNode): node is SymbolNode {
	return node.type === 'SymbolNode';
}

function isOperator(node: MathNode): node is OperatorNode {
	return node.type === 'OperatorNode';
}

function isFunction(node: MathNode): node is FunctionNode {
	return node.type === 'FunctionNode';
}
