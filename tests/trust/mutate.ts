import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gateRules } from './gate-rules.ts';

type Report = {
	readonly testResults: readonly {
		readonly assertionResults: readonly {
			readonly fullName: string;
			readonly status: string;
			readonly failureMessages: readonly string[];
		}[];
	}[];
};

/**
 * Takes each rule of the gate away in turn and runs the tests of the gate: at least one must go red.
 * `node tests/trust/mutate.ts [from] [until]` for some of them; exits with 1 when a rule is not missed.
 */
const [from = '0', until = 'Infinity'] = process.argv.slice(2);

const report = path.join(mkdtempSync(path.join(tmpdir(), 'tegenwicht-mutate-')), 'report.json');

/** The quickest first: most rules are missed by the tests that stand beside them. */
const quick = ['board', 'bytes', 'format', 'place', 'reach', 'sender'].map(
	(name) => `tests/server/rooms/gate/${name}.test.ts`
);

/** The first test that goes red without this rule, undefined when all of them pass. */
function redWithout(rule: string): string | undefined {
	return firstRed(rule, quick) ?? firstRed(rule, []);
}

function firstRed(rule: string, tests: readonly string[]): string | undefined {
	const options = ['--reporter', 'json', '--outputFile', report];
	const { status } = spawnSync(
		process.execPath,
		[
			...['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/trust/mutate.config.ts'],
			...options,
			...tests
		],
		{ env: { ...process.env, WITHOUT_RULE: rule }, stdio: 'ignore' }
	);
	if (status === 0) return undefined;
	const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
	const red = testResults
		.flatMap(({ assertionResults }) => assertionResults)
		.find((result) => result.status === 'failed');
	if (!red) throw new Error(`Without ${rule} the tests did not run at all.`);
	// Who waits for a refusal that never comes runs out of time; so do tests on a machine that is too busy.
	const late = rule && /timed out in/.test(red.failureMessages.join(' '));
	if (late && firstRed('', tests)) throw new Error('The machine is too busy to judge by waiting.');
	return late ? `${red.fullName} (waited in vain)` : red.fullName;
}

const red = redWithout('');
if (red) throw new Error(`A test of the gate fails already with every rule in place: ${red}`);
const rules = gateRules().slice(Number(from), Number(until));
const notMissed = rules.filter(({ file, line, text }) => {
	const red = redWithout(`${file}:${line}`);
	console.log(`${file}:${line}  ${text}\n   ${red ? `red: ${red}` : 'NOT MISSED'}`);
	return !red;
});
console.log(`${rules.length} rules taken away, ${notMissed.length} not missed by any test.`);
rmSync(path.dirname(report), { recursive: true });
process.exit(notMissed.length === 0 ? 0 : 1);
