import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alone } from '../../src/launch/lock.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tegenwicht-lock-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('work is done, its result given and the lock let go, also when it throws', () => {
	const file = join(folder, 'deeper', 'lock');
	expect(alone(file, () => existsSync(file))).toBe(true);
	expect(existsSync(file)).toBe(false);
	const failing = () => {
		throw new Error('no');
	};
	expect(() => alone(file, failing)).toThrow('no');
	expect(existsSync(file)).toBe(false);
});

test('a lock whose process is gone counts for nothing', async () => {
	const gone = spawn(process.execPath, ['-e', '']);
	await once(gone, 'exit');
	const file = join(folder, 'lock');
	writeFileSync(file, String(gone.pid));
	expect(alone(file, () => 'done')).toBe('done');
});

test('processes that start together take turns', async () => {
	const lock = join(folder, 'lock');
	const log = join(folder, 'log');
	const script = `
		import { appendFileSync } from 'node:fs';
		import { alone } from ${JSON.stringify(new URL('../../src/launch/lock.js', import.meta.url).href)};
		alone(${JSON.stringify(lock)}, () => {
			appendFileSync(${JSON.stringify(log)}, 'in ');
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
			appendFileSync(${JSON.stringify(log)}, 'out ');
		});
	`;
	const runs = [1, 2, 3].map(() =>
		spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' })
	);
	await Promise.all(runs.map((run) => once(run, 'exit')));
	expect(readFileSync(log, 'utf8')).toBe('in out in out in out ');
});
