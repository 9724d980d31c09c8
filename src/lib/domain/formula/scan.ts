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
		throw new FormulaRefusal(maximumLength, 'formula-long', { most: maximumLength });
	}
	const leaves: Leaf[] = [];
	let depth = 0;
	for (let index = 0; index < text.length;) {
		const [token, name, number] = tokenAt(text, index);
		if (token === '(') depth += 1;
		if (token === ')') depth -= 1;
		if (depth > maximumDepth) {
			throw new FormulaRefusal(index, 'formula-depth', { most: maximumDepth });
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
	throw new FormulaRefusal(index, 'formula-sign', { sign: JSON.stringify(sign) });
}

function checkName(text: string, index: number, name: string): void {
	if (/[\d.]/.test(text[index - 1] ?? '')) {
		throw new FormulaRefusal(index, 'formula-operator-missing');
	}
	const called = /^[ \t]*\(/.test(text.slice(index + name.length));
	if (called && !formulaFunctions.some((known) => known === name)) {
		throw new FormulaRefusal(index, 'formula-function', {
			name,
			functions: formulaFunctions.join(', ')
		});
	}
}
