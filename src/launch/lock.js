import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Does something while no other process that uses the same lock file does; waits for its turn.
 * A lock whose process is gone counts for nothing.
 *
 * @template Result
 * @param {string} file
 * @param {() => Result} work
 * @returns {Result}
 */
export function alone(file, work) {
	mkdirSync(dirname(file), { recursive: true });
	while (!take(file)) {
		if (!holderLives(file)) rmSync(file, { force: true });
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
	}
	try {
		return work();
	} finally {
		rmSync(file, { force: true });
	}
}

/** @param {string} file */
function take(file) {
	try {
		writeFileSync(file, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

/** @param {string} file */
function holderLives(file) {
	try {
		const holder = Number(readFileSync(file, 'utf8'));
		// Just made and still empty: its maker is writing its number.
		return holder === 0 || lives(holder);
	} catch {
		return false;
	}
}

/**
 * Tells whether a process is there, also somebody else's.
 *
 * @param {number} pid
 */
export function lives(pid) {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
