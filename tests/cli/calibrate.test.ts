import { expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { makeHistory, overconfident } from '../domain/forecast/histories.ts';
import { keepingTerminal } from './terminal.ts';

async function calibrate(standardInput: string) {
	const { terminal, written } = keepingTerminal(standardInput);
	return { code: await run(['calibrate', '-'], terminal), ...written };
}

test('a record is read from standard input and its figures are written as JSON', async () => {
	const expectations = makeHistory(overconfident, 1, 20);
	const { code, output } = await calibrate(JSON.stringify({ expectations }));
	expect(code).toBe(0);
	const figures = JSON.parse(output);
	expect(Object.keys(figures)).toEqual([
		...['n', 'coverage', 'statedConfidence', 'meanIntervalScore', 'realisation', 'groups']
	]);
	expect(figures.n).toBe(20);
	expect(figures.statedConfidence).toBeCloseTo(0.8, 12);
	expect(figures.groups[0]).toMatchObject({ by: 'dimension', value: 'residents', n: 10 });
});

test.each([
	['{}', 'expectations'],
	['[]', ''],
	[
		'{"expectations":[{"id":"a","low":3,"likely":2,"high":4,"confidence":0.8}]}',
		'expectations.0.low'
	],
	[
		'{"expectations":[{"id":"a","low":1,"likely":2,"high":4,"confidence":80}]}',
		'expectations.0.confidence'
	],
	[
		'{"expectations":[{"id":"a","low":"1","likely":2,"high":4,"confidence":0.8}]}',
		'expectations.0.low'
	],
	['not json', '']
])('%s is refused with the place of the problem', async (text, path) => {
	const { code, output } = await calibrate(text);
	expect(code).toBe(1);
	const { problems } = JSON.parse(output);
	expect(problems.map((problem: { path: string }) => problem.path)).toContain(path);
});
