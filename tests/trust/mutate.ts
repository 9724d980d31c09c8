import { spawnSync } from 'node:child_process';
import { gateRules } from './gate-rules.ts';

/**
 * Takes each rule of the gate away in turn and runs the tests of the gate: at least one must go red.
 * `node tests/trust/mutate.ts [from] [until]` for some of them; exits with 1 when a rule is not missed.
 */
const [from = '0', until = 'Infinity'] = process.argv.slice(2);

/** The quickest first: most rules are missed by the tests that stand beside them. */
const quick = ['board', 'bytes', 'format', 'place', 'reach', 'sender'].map(
	(name) => `tests/server/rooms/gate/${name}.test.ts`
);

function passesWithout(rule: string): boolean {
	return passes(rule, quick) && passes(rule, []);
}

function passes(rule: string, tests: readonly string[]): boolean {
	const command = ['node_modules/vitest/vitest.mjs', 'run', '--config'];
	const { status } = spawnSync(
		process.execPath,
		[...command, 'tests/trust/mutate.config.ts', ...tests],
		{ env: { ...process.env, WITHOUT_RULE: rule }, stdio: 'ignore' }
	);
	return status === 0;
}

if (!passesWithout(''))
	throw new Error('The tests of the gate fail already with every rule in place.');
const rules = gateRules().slice(Number(from), Number(until));
const notMissed = rules.filter(({ file, line, text }) => {
	const survives = passesWithout(`${file}:${line}`);
	console.log(`${survives ? 'NOT MISSED' : 'missed'}  ${file}:${line}  ${text}`);
	return survives;
});
console.log(`${rules.length} rules taken away, ${notMissed.length} not missed by any test.`);
process.exit(notMissed.length === 0 ? 0 : 1);
