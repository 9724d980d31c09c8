import { FormulaRefusal, formulaFunctions } from './node.ts';

/** Longest text, deepest brackets: what is beyond is refused before anything parses it. */
const maximumLength = 500;
const maximumDepth = 32;

/** A name or number in the text and where it starts. */
export type Leaf = { text: string; index: number };

const tokenPattern =
	/[ \t]+|([A-Za-z_][A-Za-z0-9_]*)|((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|[-+*/^(),]/y;

/**
 * Reads a formula from left to right and lists its names and numbers.
 * Everything that is not a name, number, operator, bracket or comma is refused where it stands.
 * @throws {FormulaRefusal}
 */
export function scanFormula(text: string): Leaf[] {
	if (text.length > maximumLength) {
		throw new FormulaRefusal(maximumLength, `A formula has at most ${maximumLength} characters`);
	}
	const leaves: Leaf[] = [];
	let depth = 0;
	for (let index = 0; index < text.length;) {
		const [token, name, number] = tokenAt(text, index);
		if (token === '(') depth += 1;
		if (token === ')') depth -= 1;
		if (depth > maximumDepth) {
			throw new FormulaRefusal(index, `Brackets go at most ${maximumDepth} deep`);
		}
		if (name) checkName(text, index, name);
		if (name || number) leaves.push({ text: token, index });
		index += token.length;
	}
	return leaves;
}

function tokenAt(text: string, index: number): [string, string | undefined, string | undefined] {
	tokenPattern.lastIndex = index;
	const match = tokenPattern.exec(text);
	if (match) return [match[0], match[1], match[2]];
	const sign = String.fromCodePoint(text.codePointAt(index) ?? 0);
	throw new FormulaRefusal(
		index,
		`${JSON.stringify(sign)} cannot be used: a formula has names, numbers, + - * / ^, brackets and commas`
	);
}

function checkName(text: string, index: number, name: string): void {
	if (/[\d.]/.test(text[index - 1] ?? '')) {
		throw new FormulaRefusal(index, 'An operator is missing between a number and a name');
	}
	const called = /^[ \t]*\(/.test(text.slice(index + name.length));
	if (called && !formulaFunctions.some((known) => known === name)) {
		throw new FormulaRefusal(
			index,
			`${name} is not a function that can be used; these can: ${formulaFunctions.join(', ')}`
		);
	}
}
