import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { exampleText, exampleValue } from '../domain/examples.ts';
import { keepingTerminal } from './terminal.ts';

async function criticise(args: string[], standardInput?: string) {
	const { terminal, written } = keepingTerminal(standardInput);
	return { code: await run(['criticise', ...args], terminal), ...written };
}

const demo = 'tests/fixtures/workshops/demo-molenwijk.nl.json';

test('gives the findings of a workshop with the values seen, and nothing else', async () => {
	const { code, output, said } = await criticise(['-'], exampleText('minimal.en'));
	expect(code).toBe(0);
	expect(said).toBe('');
	expect(JSON.parse(output)).toEqual({
		findings: expect.arrayContaining([
			{
				rule: 'C03',
				outcome: 'fail',
				severity: 3,
				target: { kind: 'scenario', id: 'try', field: 'choices' },
				scenario: 'try',
				values: { physical: 1, social: 0 }
			},
			{
				rule: 'G04',
				outcome: 'fail',
				severity: 2,
				target: { kind: 'workshop', id: 'first-try', field: 'causes' },
				scenario: null,
				values: { best: 0, atTable: 2 }
			}
		])
	});
	expect(JSON.parse(output).findings).toHaveLength(8);
});

test('gives no findings on the sound example', async () => {
	const { code, output } = await criticise(['tests/fixtures/workshops/sound-example.nl.json']);
	expect(code).toBe(0);
	expect(JSON.parse(output)).toEqual({ findings: [] });
});

test('leaves out what does not belong to the scenario that is asked for', async () => {
	const all = JSON.parse((await criticise([demo])).output).findings;
	const { code, output } = await criticise([demo, '--scenario', 'bricks-first']);
	const { findings } = JSON.parse(output);
	expect(code).toBe(0);
	expect(all).toEqual(expect.arrayContaining(findings));
	expect(findings.map(({ scenario }: { scenario: string | null }) => scenario)).toEqual(
		expect.arrayContaining([null, 'bricks-first'])
	);
	expect(JSON.stringify(findings)).not.toContain('"people-first"');
	expect(JSON.stringify(findings)).not.toContain('"id":"mixing"');
});

test('doing nothing is a scenario too', async () => {
	const { code, output } = await criticise([demo, '--scenario', 'do-nothing']);
	expect(code).toBe(0);
	expect(output).not.toContain('"kind": "measure"');
});

test('a scenario that is not there is wrong use, and says which there are', async () => {
	const { code, output, said } = await criticise([demo, '--scenario', 'dream']);
	expect(code).toBe(2);
	expect(output).toBe('');
	expect(said).toContain(
		'There is no scenario "dream". Choose one of do-nothing, bricks-first, people-first, together-small.'
	);
});

test('a refused workshop gives each problem with its place and no output', async () => {
	const broken = exampleText('minimal.en').replace('"partyId": "tenants"', '"partyId": "gone"');
	const { code, output, said } = await criticise(['-', '--scenario', 'dream'], broken);
	expect(code).toBe(1);
	expect(output).toBe('');
	expect(said).toBe(
		'effects.0.recipients.0.partyId: There is no "gone" in parties. Add it there or refer to one that exists.\n'
	);
});

test('a threshold that cannot be used is named and does not stop the critic', async () => {
	const value = exampleValue('minimal.en');
	value.workshop.policy = { thresholds: { 'C09.minLength': ['20'], 'C09.length': 3 } };
	const { code, said } = await criticise(['-'], JSON.stringify(value));
	expect(code).toBe(0);
	expect(said).toBe(
		'workshop.policy.thresholds.C09.minLength is left out: it must be of the same type as the default.\n' +
			'workshop.policy.thresholds.C09.length is left out: no rule has a threshold of that name.\n'
	);
});

test.each([
	[[], 'Name the file to criticise'],
	[[demo, 'b.json'], 'not also b.json'],
	[[demo, '--scenario'], '--scenario'],
	[[demo, '--today', '2027-01-01'], '--today']
])('wrong use %j is explained with the usage', async (args, reason) => {
	const { code, output, said } = await criticise(args);
	expect(code).toBe(2);
	expect(output).toBe('');
	expect(said).toContain(reason);
	expect(said).toContain('npm run -s cli -- criticise FILE [--scenario ID]');
});

test('with a record it also asks about estimates that the record speaks against', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'tegenwicht-record-'));
	const path = join(folder, 'forecasts.json');
	const earlier = Array.from({ length: 12 }, (_, index) => ({
		...{ id: `e${index}`, dimension: null, measureType: null, evidenceLevel: null },
		...{ baseline: 10, low: 12, likely: 14, high: 16, confidence: 0.8 },
		...{ measured: 11.5 + 0.1 * (index % 2), date: '2028-10-01' }
	}));
	writeFileSync(path, JSON.stringify({ expectations: earlier }));
	const found = async (...more: string[]) => {
		const { code, output } = await criticise([demo, ...more]);
		expect(code).toBe(0);
		const { findings } = JSON.parse(output) as { findings: { rule: string; values: object }[] };
		return findings.filter(({ rule }) => rule === 'R01');
	};
	expect(await found()).toEqual([]);
	const [first] = await found('--record', path);
	expect(first?.values).toMatchObject({ by: 'all', n: 12, came: expect.closeTo(0.3875, 4) });

	writeFileSync(path, '{"expectations": [{}]}');
	const { code, output, said } = await criticise([demo, '--record', path]);
	expect([code, output]).toEqual([1, '']);
	expect(said).toContain('expectations.0');
	rmSync(folder, { recursive: true });
});
