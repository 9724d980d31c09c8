import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { serialiseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { run } from '../../../src/cli/run.ts';
import { referenceModel } from '../../bench/reference-model.ts';
import { keepingTerminal } from '../../cli/terminal.ts';
import { exampleNames, exampleText, exampleValue } from '../examples.ts';
import type { Json } from '../examples.ts';

async function evaluate(args: string[], standardInput?: string) {
	const { terminal, written } = keepingTerminal(standardInput);
	const code = await run(['evaluate', ...args], terminal);
	return { code, ...written };
}

async function reportOf(args: string[], standardInput?: string): Promise<Json> {
	const { code, output } = await evaluate(args, standardInput);
	expect(code).toBe(0);
	return JSON.parse(output);
}

const distribution = Object.fromEntries(
	['mean', 'p5', 'p25', 'p50', 'p75', 'p95'].map((name) => [name, expect.any(Number)])
);

/** Fails on any number that JSON cannot hold; those become null. */
function expectNoNull(scenario: Json) {
	const { paybackYear: _, tornado, effects, ...figures } = scenario;
	expect(JSON.stringify(figures)).not.toContain('null');
	for (const { low, high } of tornado)
		expect([low, high]).toEqual([expect.any(Number), expect.any(Number)]);
	for (const { value, invalid } of effects) expect(value === null).toBe(invalid !== null);
}

describe.each(exampleNames)('the example %s', (name) => {
	const path = `tests/fixtures/workshops/${name}.json`;

	test('is valued with doing nothing first, in the shape other programs rely on', async () => {
		const { engine, scenarios, comparison } = await reportOf([path]);
		expect(engine).toEqual({ version: '1', seed: 1, samples: 16384 });
		const { parties, scenarios: inFile } = exampleValue(name);
		expect(scenarios.map(({ id }: Json) => id)).toEqual([
			...['do-nothing', ...inFile.map(({ id }: Json) => id)]
		]);
		for (const scenario of scenarios) {
			expect(Object.keys(scenario)).toEqual([
				...['id', 'title', 'benefit', 'harm', 'cost', 'net', 'correctedNet', 'chanceNetPositive'],
				...['paybackYear', 'support', 'parties', 'unallocated', 'effects', 'notInEuros', 'tornado']
			]);
			for (const total of ['benefit', 'harm', 'cost', 'net', 'correctedNet', 'unallocated'])
				expect(scenario[total]).toEqual(distribution);
			expect(scenario.parties).toEqual(
				parties.map(({ id }: Json) => ({
					...{ id, pays: distribution, receives: distribution, net: distribution }
				}))
			);
			expectNoNull(scenario);
		}
		expect(comparison.map((row: Json) => Object.keys(row))).toEqual(
			scenarios.map(() => ['id', 'chanceBest', 'expectedRegret'])
		);
	});

	test('gives the same bytes from standard input and every time', async () => {
		const [file, input] = [await evaluate([path]), await evaluate(['-'], exampleText(name))];
		expect(input.output).toBe(file.output);
		expect(input.code).toBe(0);
	});

	/** Another engine or another version of this one must give these bytes too. */
	test('gives the bytes that were written down', async () => {
		const golden = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8'));
		const { output } = await evaluate([path, '--seed', '7', '--samples', '1024']);
		expect(createHash('sha256').update(output).digest('hex')).toBe(golden[name]);
	});
});

test('the Molenwijk example says who should pay whom: 63 % chance that people first is best', async () => {
	const { comparison, scenarios } = await reportOf([
		'tests/fixtures/workshops/demo-molenwijk.nl.json'
	]);
	expect(comparison.map(({ chanceBest }: Json) => Math.round(100 * chanceBest))).toEqual([
		37, 0, 63, 0
	]);
	expect(scenarios[2].tornado[0].target).toEqual({
		...{ kind: 'effect', id: 'evening-out', field: 'unitValue' }
	});
	expect(scenarios[2].notInEuros).toContain('loneliness');
});

test('200 effects with formulas are valued', async () => {
	const file = referenceModel({ effects: 200 });
	const { scenarios } = await reportOf(['-', '--samples', '256'], serialiseWorkshopFile(file));
	expect(scenarios).toHaveLength(4);
	for (const scenario of scenarios) expectNoNull(scenario);
	expect(scenarios[1].effects.length).toBeGreaterThan(100);
});

describe('options', () => {
	const input = exampleText('sound-example.nl');

	test('seed and samples are used and written down; means do not depend on them', async () => {
		const report = await reportOf(['-', '--seed', '42', '--samples', '500'], input);
		expect(report.engine).toEqual({ version: '1', seed: 42, samples: 500 });
		const other = await reportOf(['--samples=8192', '-'], input);
		expect(other.engine).toEqual({ version: '1', seed: 1, samples: 8192 });
		expect(other.scenarios[1].net.mean).toBe(report.scenarios[1].net.mean);
		expect(other.scenarios[1].net.p5).not.toBe(report.scenarios[1].net.p5);
	});

	test('a probability can be an event; the means stay', async () => {
		const [expected, event] = [
			await reportOf(['-', '--samples', '4096'], input),
			await reportOf(['-', '--samples', '4096', '--probability', 'event'], input)
		];
		expect(event.scenarios[1].net.mean).toBe(expected.scenarios[1].net.mean);
		expect(event.scenarios[1].net.p5).not.toBe(expected.scenarios[1].net.p5);
	});

	test.each([
		[[], 'Name the file'],
		[['-', 'other.json'], 'one file at a time'],
		[['-', '--seed', 'x'], '--seed takes a whole number'],
		[['-', '--seed=-1'], '--seed takes a whole number'],
		[['-', '--samples', '0'], '--samples takes 1 to 65536'],
		[['-', '--samples', '1.5'], '--samples takes a whole number'],
		[['-', '--samples', '65537'], 'a multiple of 4096'],
		[['-', '--samples', '1e9'], '--samples takes a whole number'],
		[['-', '--samples', '4194304'], 'up to 1048576'],
		[['-', '--probability', 'maybe'], '--probability takes expected or event'],
		[['-', '--colour'], "Unknown option '--colour'"]
	])('%j is wrong use', async (args, message) => {
		const { code, output, said } = await evaluate(args, input);
		expect(code).toBe(2);
		expect(output).toBe('');
		expect(said).toContain(message);
		expect(said).toContain('evaluate FILE [--seed N] [--samples N] [--probability expected|event]');
	});
});

test('a refused workshop gives every problem with its place, and nothing is valued', async () => {
	const broken = exampleValue('minimal.en');
	broken.effects[0].formula = 'homes * (';
	broken.measures[0].contributions[0].amount = { low: 5, likely: 1, high: 9 };
	const { code, output, said } = await evaluate(['-'], JSON.stringify(broken));
	expect(code).toBe(1);
	const { problems } = JSON.parse(output);
	expect(problems.map(({ path }: Json) => path).sort()).toEqual([
		...['effects.0.formula', 'measures.0.contributions.0.amount']
	]);
	expect(said).toContain('Standard input is refused. Problems: 2.');
});

test('warnings go to standard error and stop nothing', async () => {
	const odd = exampleText('minimal.en').replace('"version": 1,', '"version": 1, "mood": "good",');
	const { code, output, said } = await evaluate(['-'], odd);
	expect(code).toBe(0);
	expect(said).toContain('mood: ');
	expect(JSON.parse(output).scenarios).toHaveLength(2);
});

test('a contribution that is too large to add up is named on standard error', async () => {
	const file = exampleValue('minimal.en');
	file.measures[0].contributions[0].amount = { low: 1e-300, high: 1e300 };
	const { code, output, said } = await evaluate(['-'], JSON.stringify(file));
	expect(code).toBe(0);
	expect(said).toContain('garden.contributions.garden-money is too large');
	expect(JSON.parse(output).scenarios[1].cost.mean).toBe(0);
});
