import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownCopy } from '../../src/launch/own-copy.js';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'tegenwicht-copy-'));
	mkdirSync(join(folder, 'build/client'), { recursive: true });
	writeFileSync(join(folder, 'build/client/page.js'), 'first');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what runs keeps its files when the build is made anew', () => {
	const copy = ownCopy(join(folder, 'build'), join(folder, 'running'));
	rmSync(join(folder, 'build'), { recursive: true });
	expect(readFileSync(join(copy, 'client/page.js'), 'utf8')).toBe('first');
});

test('copies of processes that are gone are cleared away, others are left alone', async () => {
	const gone = spawn(process.execPath, ['-e', '']);
	await once(gone, 'exit');
	const of = (pid: number | undefined) => join(folder, 'running', String(pid));
	for (const pid of [gone.pid, process.ppid]) mkdirSync(of(pid), { recursive: true });
	ownCopy(join(folder, 'build'), join(folder, 'running'));
	expect([existsSync(of(gone.pid)), existsSync(of(process.ppid))]).toEqual([false, true]);
});
