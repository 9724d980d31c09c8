import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { exampleNames, exampleText } from '../domain/examples.ts';
import { keepingTerminal } from './terminal.ts';

async function runWith(args: string[], standardInput?: string) {
	const { terminal, written } = keepingTerminal(standardInput);
	return { code: await run(args, terminal), ...written };
}

test.each(exampleNames)('the example %s is found to be fine', async (name) => {
	const { code, output } = await runWith(['validate', `tests/fixtures/workshops/${name}.json`]);
	expect(JSON.parse(output)).toEqual({ problems: [], warnings: [] });
	expect(code).toBe(0);
});

test('a broken workshop on standard input gives its problems as JSON and is refused', async () => {
	const broken = exampleText('minimal.en').replace('"partyId": "tenants"', '"partyId": "gone"');
	const { code, output, said } = await runWith(['validate', '-'], broken);
	expect(code).toBe(1);
	expect(JSON.parse(output)).toEqual({
		problems: [
			{
				path: 'effects.0.recipients.0.partyId',
				message: 'There is no "gone" in parties. Add it there or refer to one that exists.'
			}
		],
		warnings: []
	});
	expect(said).toBe('Standard input is refused. Problems: 1, warnings: 0.\n');
});

test('warnings alone do not refuse a workshop', async () => {
	const odd = exampleText('minimal.en').replace('"version": 1,', '"version": 1, "mood": "good",');
	const { code, output } = await runWith(['validate', '-'], odd);
	expect(code).toBe(0);
	expect(JSON.parse(output).warnings).toEqual([
		{ path: 'mood', message: expect.stringContaining('left out') }
	]);
});

test.each([
	[[], 'Name a command.'],
	[['validat'], 'There is no command "validat".'],
	[['constructor'], 'There is no command "constructor".'],
	[['validate'], 'Name the file to check'],
	[['validate', 'a.json', 'b.json'], 'not also b.json'],
	[['validate', '--fast', 'a.json'], '--fast']
])('wrong use %j is explained with the usage and writes no output', async (args, reason) => {
	const { code, output, said } = await runWith(args);
	expect(code).toBe(2);
	expect(output).toBe('');
	expect(said).toContain(reason);
	expect(said).toContain('npm run -s cli -- validate FILE');
});

test('help shows the usage and is fine', async () => {
	const { code, output } = await runWith(['help']);
	expect(code).toBe(0);
	expect(output).toContain('npm run -s cli -- validate FILE');
});
