import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findOrInstallChromium } from './chromium.js';

/**
 * Runs every test there is, browser included, and closes with one line that counts them.
 * A part that did not run counts as failed, so that a missing part can never look like success.
 */
const results = 'test-results';
const counts = { passed: 0, failed: 0, skipped: 0 };

/** @param {string[]} command */
function run(command) {
	const { status } = spawnSync(process.execPath, command, {
		stdio: ['ignore', 'inherit', 'inherit']
	});
	return status ?? 1;
}

/** @param {string} file */
function readJson(file) {
	try {
		return JSON.parse(readFileSync(`${results}/${file}`, 'utf8'));
	} catch {
		return undefined;
	}
}

function runUnitTests() {
	// A fresh clone has no types of its routes yet, and the tests' compiler reads them.
	run(['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']);
	const status = run([
		...['node_modules/vitest/vitest.mjs', 'run', '--reporter=default'],
		...['--reporter=json', `--outputFile.json=${results}/unit.json`]
	]);
	const report = readJson('unit.json');
	counts.passed += report?.numPassedTests ?? 0;
	counts.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
	counts.failed += Math.max(report?.numFailedTests ?? 0, status === 0 ? 0 : 1);
}

function runBrowserTests() {
	if (!findOrInstallChromium()) {
		console.error(
			'No Chromium found for the browser tests: install the package "chromium", or set CHROMIUM_PATH to one.'
		);
		counts.failed += 1;
		return;
	}
	const status = run(['node_modules/@playwright/test/cli.js', 'test']);
	const report = readJson('browser.json');
	counts.passed += (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0);
	counts.skipped += report?.stats.skipped ?? 0;
	counts.failed += Math.max(report?.stats.unexpected ?? 0, status === 0 ? 0 : 1);
}

/** The servers of all tests above have logged something; none of it may be about people. */
function scanLogs() {
	console.log('');
	if (run(['tests/trust/scan-logs.ts']) === 0) counts.passed += 1;
	else counts.failed += 1;
}

for (const earlier of [results, 'node_modules/.cache/tegenwicht/test-logs']) {
	rmSync(earlier, { recursive: true, force: true });
}
mkdirSync(results, { recursive: true });
runUnitTests();
runBrowserTests();
scanLogs();
if (!existsSync(new URL('../../shared/data', import.meta.url))) {
	console.log('\nNot run: the tests on real open data, because ../shared/data is not here.');
}
console.log(
	`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}`
);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
