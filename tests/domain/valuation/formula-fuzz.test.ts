import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkFormula, formulaNames } from '#lib/domain/formula.ts';
import type { Quantity } from '#lib/domain/quantity.ts';
import { sentence } from '#lib/domain/reason.ts';
import { evaluateFormula } from '#lib/domain/valuation/formula-evaluation.ts';
import { formulaMean } from '#lib/domain/valuation/formula-mean.ts';
import { inputDomain, readSpread } from '#lib/domain/valuation/sampling/spread.ts';
import { oneMeasure, valueOfAll } from './workshops.ts';

/** Milliseconds of processor time that any text may take, refused or worked out in 4,096 samples. */
const most = 50;
const names = ['a', 'b', 'homes', 'constructor', '__proto__'];
const range: Quantity = { low: 1, likely: 2, high: 9 };
const spreads = new Map(names.map((name) => [name, readSpread(range, inputDomain)]));
const columns = new Map(
	names.map((name, place) => [name, Float64Array.from({ length: 4096 }, (_, at) => at * place - 7)])
);

/** What the world outside looks like, so that a formula that reached it would be seen. */
function surroundings(): string {
	const prototypes = [Object, Function, Array, Number, Float64Array, Map].map(({ prototype }) =>
		Reflect.ownKeys(prototype as object).map(String)
	);
	return JSON.stringify([Reflect.ownKeys(globalThis).map(String), prototypes]);
}

/** Works out a text as the engine does and tells whether that was allowed. */
function workOut(text: string): boolean {
	const checked = checkFormula(text);
	if (!checked.ok) {
		expect(sentence(checked.reason)).toMatch(/\S/);
		expect(checked.index).toBeLessThanOrEqual(text.length);
		return false;
	}
	if (!formulaNames(checked.tree).every((name) => columns.has(name))) return false;
	const worth = evaluateFormula(checked.tree, columns);
	expect(typeof worth === 'number' || worth instanceof Float64Array).toBe(true);
	const mean = formulaMean(checked.tree, spreads);
	expect(mean === undefined || typeof mean === 'number').toBe(true);
	return true;
}

/** Processor time of this thread: what other programs do meanwhile does not count. */
function timeOf(run: () => void): number {
	const before = process.threadCpuUsage();
	run();
	const { user, system } = process.threadCpuUsage(before);
	return (user + system) / 1000;
}

function expectQuick(text: string): void {
	// What takes long only once is the machine collecting its own garbage.
	const time = Math.min(
		timeOf(() => workOut(text)),
		timeOf(() => workOut(text))
	);
	expect(time, text).toBeLessThan(most);
}

const fragment = fc.constantFrom(
	...[...names, '1', '2.5', '1e308', '0', '+', '-', '*', '/', '^', '(', ')', ',', ' '],
	...['min(', 'max(', 'exp(', 'log(', 'round(', '.', '=', '[', ']', '{', '"', "'", ':', '!', ';'],
	...['mod', 'import(', 'evaluate(', 'function', '=>', '\n', '\u0000', '%', '\\', '`', '${', '#']
);
const scraps = fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join(''));

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
	tree: fc.oneof(
		{ depthSize: 'medium', withCrossShrink: true },
		fc.constantFrom(...names, '2', '0.5', '1e300'),
		fc
			.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/', '^'), tie('tree'))
			.map(([left, sign, right]) => `(${left} ${sign} ${right})`),
		fc
			.tuple(fc.constantFrom('exp', 'log', 'sqrt', 'abs', 'min', 'max', 'ceil', '-'), tie('tree'))
			.map(([name, inside]) => `${name}(${inside})`)
	)
}));

test('ten thousand random texts are each refused or worked out in time, and none gets out', () => {
	const before = surroundings();
	let worked = 0;
	const anything = fc.oneof(scraps, tree, fc.string({ unit: 'binary', maxLength: 500 }));
	fc.assert(
		fc.property(anything, (text) => {
			const time = timeOf(() => (worked += Number(workOut(text))));
			if (time >= most) expectQuick(text);
		}),
		{ seed: 20270103, numRuns: 10_000 }
	);
	expect(worked).toBeGreaterThan(2000);
	expect(surroundings()).toBe(before);
}, 120_000);

const hostile = [
	...['constructor', '__proto__', 'this', 'globalThis', 'process', 'require("fs")', 'import("fs")'],
	...['a.constructor("return process")()', 'a["constructor"]["constructor"]("return 1")()'],
	...['cos.constructor("return process")()', 'f(x) = x', 'f(x) = f(x); f(1)', 'a = 5', 'a; b'],
	...['evaluate("1")', 'parse("a")', 'compile("a")', 'createUnit("x")', 'simplify("a")'],
	...['config({})', 'typed("x")', 'chain(3)', 'expression.docs', 'mathjs', 'unit("5 cm")'],
	...['range(1, 1e9)', '1:1e9', 'ones(1e5, 1e5)', 'zeros(1e9)', 'resize([1], [1e9])'],
	...['factorial(170)', '170!', 'gamma(1e9)', 'combinations(1e6, 5e5)', 'bignumber(10)^1e9'],
	...[
		'"text"',
		"'text'",
		'concat("a", "b")',
		'[1,2](0)',
		'[a, b; 1]',
		'{a: 1}.a',
		'{"__proto__": 1}'
	],
	...['a ? b : c', 'a > b', 'a == b', 'a and b', 'not a', 'a to b', 'a | b', 'a << 99', '5 % 3'],
	...['9'.repeat(500), '1e999', '0x' + 'f'.repeat(400), '.'.repeat(500), '-'.repeat(499) + 'a'],
	...['('.repeat(400) + 'a', '('.repeat(250) + 'a' + ')'.repeat(249), '['.repeat(499)],
	...['a' + '^a'.repeat(90), 'a' + '^9'.repeat(99), '2^'.repeat(99) + '2', 'a*'.repeat(99) + 'a'],
	...['exp('.repeat(31) + 'a' + ')'.repeat(31), 'exp(exp(exp(a*1e300)))', 'log(log(log(a)))'],
	...['min(' + 'a,'.repeat(150) + 'a)', 'max(' + '('.repeat(31) + 'a' + ')'.repeat(31) + ')'],
	...['(a+b)^9^9', '(a+b+homes)^50', '((a+1)^8+(b+1)^8)^8', '(a+b+1)^(2^5)', 'a/0', '0/0', '0^-1'],
	...['\u202ea', 'а', 'a\u0000b', '\ud800', '\n\n\n', '#'.repeat(500), '/*a*/', '//a', '<!--a-->']
];

test('every text of the hostile collection is refused or worked out in time', () => {
	const before = surroundings();
	for (const text of hostile) expectQuick(text);
	expect(surroundings()).toBe(before);
});

test('whatever stands in a formula, the workshop keeps finite totals', () => {
	for (const formula of hostile) {
		const inputs = [{ name: 'a', quantity: range, unit: '' }];
		const file = oneMeasure([{ id: 'bad', formula, inputs }]);
		const { effects, notInEuros, net } = valueOfAll(file);
		expect(Number.isFinite(net.p95), formula).toBe(true);
		expect(effects.length + notInEuros.length).toBe(1);
	}
});
