import { spawnSync } from 'node:child_process';

/**
 * Random attacks at fifty times their usual length, ten thousand histories of a board that must end the
 * same for everybody, a hundred killed servers, two servers on one database
 * of which the owner goes fifty times, and a gate without each rule.
 */
const steps = [
	[
		...['node_modules/vitest/vitest.mjs', 'run', 'tests/trust'],
		...['tests/server/rooms/gate/fuzz.test.ts', 'tests/importers/fuzz.test.ts'],
		'tests/document/convergence.test.ts'
	],
	['tests/trust/kill.ts', '--rounds', '100'],
	['tests/trust/cluster.ts'],
	['node_modules/@playwright/test/cli.js', 'test', 'tests/e2e/killed-browser.spec.ts'],
	['tests/trust/mutate.ts']
];

const failed = steps.filter((step) => {
	console.log(`\n== ${step.join(' ')}`);
	const env = { TRUST_TIMES: '50', CONVERGENCE_HISTORIES: '10000', ...process.env };
	return spawnSync(process.execPath, step, { env, stdio: 'inherit' }).status !== 0;
});
process.exit(failed.length === 0 ? 0 : 1);
