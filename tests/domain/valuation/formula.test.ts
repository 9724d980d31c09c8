import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFormula, type FormulaNode } from '#lib/domain/formula.ts';
import type { Quantity } from '#lib/domain/quantity.ts';
import { evaluateFormula } from '#lib/domain/valuation/formula-evaluation.ts';
import { formulaMean } from '#lib/domain/valuation/formula-mean.ts';
import { inputDomain, readSpread } from '#lib/domain/valuation/sampling/spread.ts';
import { oneMeasure, valueOfAll } from './workshops.ts';

function treeOf(text: string): FormulaNode {
	const checked = checkFormula(text);
	if (!checked.ok) throw new Error(`${text}: ${checked.reason}`);
	return checked.tree;
}

const worth = (text: string, values: Record<string, number> = {}) =>
	evaluateFormula(treeOf(text), new Map(Object.entries(values)));

describe('a formula is worked out as people would', () => {
	test.each([
		['homes * share * (1 - refused)', 240 * 0.5 * 0.75],
		['-homes ^ 2', -57600],
		['2 ^ 3 ^ 2', 512],
		['max(3, homes, 7) - min(3, 2)', 238],
		['round(2.5) + round(-2.5) * 10 + round(0.49999999999999994)', -27],
		['floor(-1.5) + ceil(-1.5) + ceil(1.2)', -1],
		['sqrt(abs(-16)) + exp(0) + log(1)', 5],
		['homes / 0', Infinity],
		['log(-1)', NaN],
		['max(log(-1), 1)', NaN],
		['min(1, log(-1))', NaN]
	])('%s', (text, expected) => {
		expect(worth(text, { homes: 240, share: 0.5, refused: 0.25 })).toBe(expected);
	});

	test('columns and numbers mix, sample by sample', () => {
		const values = new Map([
			['a', Float64Array.of(1, 2, 3)],
			['b', Float64Array.of(10, 20, 30)]
		]);
		expect([...(evaluateFormula(treeOf('2 * a + b - 1'), values) as Float64Array)]).toEqual([
			...[11, 23, 35]
		]);
		expect([...(values.get('a') ?? [])]).toEqual([1, 2, 3]);
	});

	test('a name without a value is an error, also one that objects inherit', () => {
		for (const name of ['gone', 'constructor', '__proto__', 'toString'])
			expect(() => worth(name)).toThrow(`uses ${name}`);
	});
});

/** Random trees with what they are worth by the operators of the language itself. */
const { tree: anyTree } = fc.letrec<{ tree: { text: string; value: number } }>((tie) => {
	const branch = tie('tree');
	const pair = (sign: string, work: (a: number, b: number) => number) =>
		fc.tuple(branch, branch).map(([a, b]) => ({
			text: `(${a.text} ${sign} ${b.text})`,
			value: work(a.value, b.value)
		}));
	const call = (name: string, work: (a: number) => number) =>
		branch.map(({ text, value }) => ({ text: `${name}(${text})`, value: work(value) }));
	return {
		tree: fc.oneof(
			{ depthSize: 'small', withCrossShrink: true },
			fc.nat({ max: 9 }).map((value) => ({ text: String(value), value })),
			fc.constant({ text: 'x', value: 0.75 }),
			pair('+', (a, b) => a + b),
			pair('-', (a, b) => a - b),
			pair('*', (a, b) => a * b),
			pair('/', (a, b) => a / b),
			call('sqrt', Math.sqrt),
			call('exp', Math.exp),
			call('log', Math.log),
			call('abs', Math.abs),
			call('floor', Math.floor),
			call('-', (a) => -a)
		)
	};
});

test('random formulas are worth what the language itself makes of them', () => {
	fc.assert(
		fc.property(anyTree, ({ text, value }) => {
			const checked = checkFormula(text);
			fc.pre(checked.ok && !text.includes('floor'));
			const found = worth(text, { x: 0.75 }) as number;
			if (!Number.isFinite(value) || !Number.isFinite(found)) return;
			expect(Math.abs(found - value)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(value)));
		}),
		{ seed: 8, numRuns: 10_000 }
	);
});

describe('the mean of a formula', () => {
	const inputs: Record<string, Exclude<Quantity, null>> = {
		homes: { low: 100, likely: 200, high: 240 },
		share: { low: 0.2, likely: 0.5, high: 0.6, confidence: 0.8 },
		price: { low: 2, high: 5 },
		fixed: 3
	};
	const spreads = new Map(
		Object.entries(inputs).map(([name, quantity]) => [name, readSpread(quantity, inputDomain)])
	);
	const meanOf = (text: string) => formulaMean(treeOf(text), spreads);
	const sampledMean = (text: string) => {
		const list = Object.entries(inputs).map(([name, quantity]) => ({ name, quantity, unit: '' }));
		const value = valueOfAll(oneMeasure([{ id: 'e', formula: text, inputs: list }]), {
			samplesPerReplicate: 65_536
		});
		const net = value.netSamples[0] ?? new Float64Array(1);
		return net.reduce((sum, euros) => sum + euros, 0) / net.length;
	};

	test.each([
		'homes * share * (1 - share / 4)',
		'(homes + fixed) * share + price',
		'homes * share / price',
		'homes / (fixed * price ^ 2)',
		'price ^ 0.5 * homes',
		'(homes * share - 3) * (homes + 1)',
		'fixed ^ 2 + sqrt(fixed) * homes',
		'(1 + share) ^ 3 * homes',
		'homes - -share',
		'share ^ 0 * homes'
	])('%s has a closed form that its samples agree with', (text) => {
		const exact = meanOf(text) ?? NaN;
		expect(Math.abs(sampledMean(text) / exact - 1)).toBeLessThan(5e-4);
	});

	test.each([
		'max(homes, 150)',
		'exp(share)',
		'homes / share',
		'homes / (1 + price)',
		'share ^ 0.5',
		'2 ^ share',
		'(homes - price) ^ 0.5',
		'(homes + share + price) ^ 7',
		'(homes + share) ^ 7',
		'gone + 1'
	])('%s has none', (text) => {
		expect(meanOf(text)).toBeUndefined();
	});

	test('without a closed form it is the mean of the samples', () => {
		const list = [{ name: 'homes', quantity: inputs['homes'] ?? null, unit: '' }];
		const file = oneMeasure([
			{ id: 'e', formula: 'max(homes, 150) * 2', inputs: list, unitValue: 5 }
		]);
		const { benefit, netSamples } = valueOfAll(file);
		const [column] = netSamples;
		const euros = [...(column ?? [])];
		const mean = euros.reduce((sum, value) => sum + value, 0) / euros.length;
		expect(Math.abs(benefit.mean / mean - 1)).toBeLessThan(1e-12);
	});
});

describe('an effect that cannot be valued is named and left out', () => {
	const input = (name: string, quantity: Quantity) => ({ name, quantity, unit: '' });
	const sound = { id: 'sound', amount: 10 };

	test.each([
		['a - b', 'negative-amount'],
		['0 - b', 'negative-amount'],
		['a / 0', 'not-finite'],
		['log(0 - b)', 'not-finite'],
		['exp(exp(b))', 'not-finite'],
		['a +', 'formula-refused'],
		['c * 2', 'formula-refused']
	])('%s is %s', (formula, reason) => {
		const inputs = [input('a', { low: 1, likely: 5, high: 9 }), input('b', 8)];
		const { benefit, effects, support } = valueOfAll(
			oneMeasure([{ id: 'bad', formula, inputs }, sound])
		);
		expect(effects[0]).toEqual({ id: 'bad', value: null, invalid: reason });
		expect(effects[1]?.invalid).toBeNull();
		expect(benefit).toEqual({ mean: 10, p5: 10, p25: 10, p50: 10, p75: 10, p95: 10 });
		expect(support.wish).toBe(10);
	});

	test('also when only the fourth replicate has a wrong sample: it is then left out of all', () => {
		const range = { low: 0, likely: 1, high: 10 };
		const inputs = [input('a', range), input('b', range)];
		const file = oneMeasure([{ id: 'bad', formula: 'a + b - 0.2', inputs }, sound]);
		const valueOf = (replicates: number) =>
			valueOfAll(file, { samplesPerReplicate: 1024, replicates });
		expect(valueOf(3).effects[0]?.invalid).toBeNull();
		expect(valueOf(4).effects[0]?.invalid).toBe('negative-amount');
		expect(valueOf(4).benefit).toEqual({ mean: 10, p5: 10, p25: 10, p50: 10, p75: 10, p95: 10 });
	});

	test('numbers too large to add up are named, not turned into infinity', () => {
		const huge = [
			{ id: 'product', amount: 1e200, unitValue: 1e200 },
			{ id: 'wide', amount: { low: 1e-300, high: 1e300 } }
		];
		const value = valueOfAll(oneMeasure([...huge, sound]));
		expect(value.effects.map(({ invalid }) => invalid)).toEqual(['not-finite', 'not-finite', null]);
		expect(value.net.mean).toBe(10);
	});
});
