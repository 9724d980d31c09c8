import type { FormulaFunction, FormulaNode, FormulaOperator } from '../formula.ts';
import { exponential, naturalLogarithm, power } from './arithmetic/elementary.ts';
import type { Samples } from './sampling/sampler.ts';

type Values = ReadonlyMap<string, Samples>;
type Combine = (left: number, right: number) => number;
type Change = (value: number) => number;

const operators: Record<FormulaOperator, Combine> = {
	'+': (left, right) => left + right,
	'-': (left, right) => left - right,
	'*': (left, right) => left * right,
	'/': (left, right) => left / right,
	'^': power
};

const functions: Record<Exclude<FormulaFunction, 'min' | 'max'>, Change> = {
	exp: exponential,
	log: naturalLogarithm,
	sqrt: Math.sqrt,
	abs: Math.abs,
	round: roundHalfAway,
	floor: Math.floor,
	ceil: (value) => -Math.floor(-value)
};

const choices: Record<'min' | 'max', Combine> = {
	min: (left, right) => (left < right || left !== left ? left : right),
	max: (left, right) => (left > right || left !== left ? left : right)
};

/** Rounds to the nearest whole number and halves away from zero, as mathjs does. */
function roundHalfAway(value: number): number {
	const size = Math.abs(value);
	const whole = Math.floor(size);
	const rounded = size - whole >= 0.5 ? whole + 1 : whole;
	return value < 0 ? -rounded : rounded;
}

/**
 * Works out a checked formula for all samples at once, one operation after the other.
 * Only the operations of MODEL.md section 5 exist here; nothing else in the program can be reached.
 * Example: homes * share with 240 and a column of shares gives a column of homes.
 * @throws when the formula uses a name without a value
 */
export function evaluateFormula(tree: FormulaNode, values: Values): Samples {
	switch (tree.kind) {
		case 'number':
			return tree.value;
		case 'name':
			return valueOf(tree.name, values);
		case 'negative':
			return change(evaluateFormula(tree.operand, values), (value) => -value);
		case 'operation':
			return combine(
				evaluateFormula(tree.left, values),
				evaluateFormula(tree.right, values),
				operators[tree.operator]
			);
		case 'call':
			return call(
				tree.function,
				tree.operands.map((operand) => evaluateFormula(operand, values))
			);
	}
}

function valueOf(name: string, values: Values): Samples {
	const value = values.get(name);
	if (value === undefined) throw new Error(`The formula uses ${name}, which has no value.`);
	return value;
}

function call(name: FormulaFunction, operands: Samples[]): Samples {
	if (name === 'min' || name === 'max')
		return operands.reduce((left, right) => combine(left, right, choices[name]));
	return change(operands[0] as Samples, functions[name]);
}

function change(samples: Samples, by: Change): Samples {
	return typeof samples === 'number' ? by(samples) : samples.map((value) => by(value));
}

function combine(left: Samples, right: Samples, by: Combine): Samples {
	if (typeof left === 'number' && typeof right === 'number') return by(left, right);
	if (typeof left === 'number') return (right as Float64Array).map((value) => by(left, value));
	if (typeof right === 'number') return left.map((value) => by(value, right));
	return left.map((value, sample) => by(value, right[sample] as number));
}
