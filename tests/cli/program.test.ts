import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exampleText } from '../domain/examples.ts';

/** Inside the project, so that the program finds its libraries. */
const folder = mkdtempSync('node_modules/.cli-test-');
const elsewhere = mkdtempSync(join(tmpdir(), 'tegenwicht-cli-'));

beforeAll(async () => {
	await build({
		configFile: 'vite.cli.config.ts',
		logLevel: 'error',
		build: { outDir: folder, emptyOutDir: true }
	});
}, 60_000);

afterAll(() => {
	rmSync(folder, { recursive: true });
	rmSync(elsewhere, { recursive: true });
});

function program(args: string[], input: string | Buffer = '') {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(folder, 'main.js'), ...args],
		{ input, encoding: 'utf8', maxBuffer: 1e8 }
	);
	return { status, stdout, stderr };
}

test('the program checks a file and standard input', () => {
	const file = program(['validate', 'tests/fixtures/workshops/demo-molenwijk.nl.json']);
	expect(file.status).toBe(0);
	expect(JSON.parse(file.stdout)).toEqual({ problems: [], warnings: [] });
	const input = program(['validate', '-'], exampleText('minimal.en'));
	expect(input.status).toBe(0);
	const refused = program(['validate', '-'], Buffer.from([0xff, 0xfe, 0x00]));
	expect(refused.status).toBe(1);
	expect(JSON.parse(refused.stdout).problems[0].message).toContain('UTF-8');
});

test('the program refuses a file of 20 MB without reading it all', () => {
	const path = join(elsewhere, 'large.json');
	writeFileSync(path, Buffer.alloc(20_000_000, 32));
	const { status, stdout } = program(['validate', path]);
	expect(status).toBe(1);
	expect(JSON.parse(stdout).problems[0].message).toContain('5 MB');
});

test.each([
	['nowhere.json', 'there is no such file'],
	['tests', 'it is a folder']
])('the program says in a sentence why %s cannot be read', (path, reason) => {
	const { status, stdout, stderr } = program(['validate', path]);
	expect(status).toBe(2);
	expect(stdout).toBe('');
	expect(stderr).toMatch(new RegExp(`^${path} cannot be read: ${reason}\\.\\nUsage:`));
});
