import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFormula, formulaNames } from '#lib/domain/formula.ts';
import type { FormulaNode } from '#lib/domain/formula.ts';
import { formulaFunctions } from '#lib/domain/formula/node.ts';

function treeOf(text: string): FormulaNode {
	const checked = checkFormula(text);
	if (!checked.ok) throw new Error(`${checked.index}: ${checked.reason}`);
	return checked.tree;
}

/** Writes a tree with every bracket, so that a test can see how it was read. */
function written(tree: FormulaNode): string {
	switch (tree.kind) {
		case 'number':
			return String(tree.value);
		case 'name':
			return tree.name;
		case 'negative':
			return `(-${written(tree.operand)})`;
		case 'operation':
			return `(${written(tree.left)} ${tree.operator} ${written(tree.right)})`;
		case 'call':
			return `${tree.function}(${tree.operands.map(written).join(', ')})`;
	}
}

describe('a formula is read as people write sums', () => {
	test.each([
		['homes * share * (1 - refused)', '((homes * share) * (1 - refused))'],
		['a - b - c', '((a - b) - c)'],
		['a + b * c ^ 2 / d', '(a + ((b * (c ^ 2)) / d))'],
		['2 ^ 3 ^ 2', '(2 ^ (3 ^ 2))'],
		['-a ^ 2', '(-(a ^ 2))'],
		['2 ^ -a', '(2 ^ (-a))'],
		['a - -b', '(a - (-b))'],
		['((((a))))', 'a'],
		['1.5e3 + .5 + 2.', '((1500 + 0.5) + 2)'],
		['max(a, 0, min(b, 3))', 'max(a, 0, min(b, 3))'],
		['round (sqrt(a)) + _b1', '(round(sqrt(a)) + _b1)'],
		['\texp( log(a) ) ', 'exp(log(a))'],
		['e * pi * i * end', '(((e * pi) * i) * end)']
	])('%s', (text, expected) => {
		expect(written(treeOf(text))).toBe(expected);
	});

	test('the names it needs are listed once, in the order of the text', () => {
		expect(formulaNames(treeOf('b * max(a, b, -c) + a ^ 2'))).toEqual(['b', 'a', 'c']);
		expect(formulaNames(treeOf('1 + 2'))).toEqual([]);
	});

	test('every function on the list can be called', () => {
		for (const name of formulaFunctions) expect(written(treeOf(`${name}(a)`))).toBe(`${name}(a)`);
	});
});

describe('a formula is refused with the place and the reason', () => {
	test.each([
		['', 0],
		['   ', 0],
		['()', 0],
		['a +', 3],
		['* a', 0],
		['(a', 2],
		['a)', 1],
		['a b', 2],
		['2a', 1],
		['(a)(b)', 4],
		['a (b)', 0],
		['+a', 1],
		['a ++ b', 5],
		['a, b', 1],
		['min()', 0],
		['a + min', 4],
		['1 + sqrt(a, b)', 4],
		['1 + 1e999', 4],
		['0x1F', 1],
		['1.2.3', 3],
		['a mod b', 2],
		['a to b', 2],
		['not a', 0],
		['true', 0],
		['null', 0],
		['NaN', 0],
		['Infinity', 0],
		['a = 1', 2],
		['f(x) = x', 0],
		['a == b', 2],
		['a ? b : c', 2],
		['a; b', 1],
		['a\nb', 1],
		['# a', 0],
		["a'", 1],
		['5!', 1],
		['50%', 2],
		['a.b', 1],
		['a.constructor', 1],
		['a["constructor"]', 1],
		['a .* b', 2],
		['[1, 2]', 0],
		['{a: 1}', 0],
		['1:3', 1],
		['"text"', 0],
		['import("fs")', 0],
		['evaluate("1")', 0],
		['parse("1")', 0],
		['createUnit("x")', 0],
		['cos(a)', 0],
		['constructor(a)', 0],
		['toString(a)', 0],
		['__proto__(a)', 0],
		['(min)(a)', 1],
		['min(a)(b)', 7],
		['a × b', 2],
		['prijs€', 5],
		['é', 0],
		['a\u00a0+ b', 1],
		['👩', 0]
	])('%s', (text, index) => {
		const checked = checkFormula(text);
		expect(checked).toEqual({
			ok: false,
			index,
			reason: expect.objectContaining({ code: expect.stringMatching(/\S/) })
		});
	});

	test('names after a prototype are plain names that must be an input', () => {
		expect(formulaNames(treeOf('__proto__ + constructor'))).toEqual(['__proto__', 'constructor']);
	});
});

describe('the size of a formula has limits', () => {
	test('500 characters fit, one more does not', () => {
		expect(checkFormula('a'.padEnd(500)).ok).toBe(true);
		expect(checkFormula('a'.padEnd(501))).toMatchObject({ ok: false, index: 500 });
	});

	test('32 nested brackets fit, one more does not, also in calls', () => {
		const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
		expect(checkFormula(nested(32)).ok).toBe(true);
		expect(checkFormula(nested(33))).toMatchObject({ ok: false, index: 32 });
		expect(checkFormula(`abs(${nested(32)})`)).toMatchObject({ ok: false, index: 35 });
	});

	test('brackets beside each other are not nested', () => {
		expect(checkFormula(Array(60).fill('(a)').join('+')).ok).toBe(true);
	});

	test('ten thousand brackets are refused before anything parses them', () => {
		expect(checkFormula('('.repeat(10_000))).toMatchObject({ ok: false });
		expect(checkFormula('-'.repeat(10_000))).toMatchObject({ ok: false });
	});

	test('200 nodes fit, one more does not', () => {
		expect(checkFormula(Array(100).fill('a').join('+')).ok).toBe(true);
		expect(checkFormula(`-${Array(100).fill('a').join('+')}`).ok).toBe(true);
		expect(checkFormula(Array(101).fill('a').join('+'))).toMatchObject({ ok: false, index: 200 });
	});

	test('500 minus signs in a row are refused, not a crash', () => {
		expect(checkFormula(`${'-'.repeat(499)}a`)).toMatchObject({ ok: false });
	});
});

const fragment = fc.constantFrom(
	...['a', 'b', '1', '2.5', '+', '-', '*', '/', '^', '(', ')', ',', ' ', 'min(', 'exp('],
	...['.', '=', '[', '"', ':', '!', 'mod', 'import(', 'constructor', '\n', '%']
);

test('whatever is written, it is read into our own nodes or refused at a place in the text', () => {
	const anything = fc.oneof(
		fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join('')),
		fc.string({ unit: 'binary', maxLength: 40 })
	);
	fc.assert(
		fc.property(anything, (text) => {
			const checked = checkFormula(text);
			if (checked.ok) expect(checkFormula(written(checked.tree))).toEqual(checked);
			else expect(checked.index).toBeLessThanOrEqual(text.length);
		}),
		{ seed: 20270102, numRuns: 5000 }
	);
});
