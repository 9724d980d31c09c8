import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk in memory, which can really be full. */
export type SmallDisk = {
	readonly directory: string;
	readonly fill: () => void;
	/** Makes room again. */
	readonly clear: () => void;
	readonly discard: () => void;
};

/**
 * Makes a disk in memory; undefined where this user may not.
 *
 * @throws {Error} where it has to be possible: as root on the machine that checks everything
 */
export function smallDisk(megabytes: number): SmallDisk | undefined {
	const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-disk-'));
	try {
		const size = `size=${megabytes}m`;
		execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', directory], { stdio: 'pipe' });
	} catch (error) {
		rmSync(directory, { recursive: true, force: true });
		if (process.env.CI && process.getuid?.() === 0) throw error;
		return undefined;
	}
	const filler = join(directory, 'filler');
	return {
		directory,
		fill: () => fill(filler),
		clear: () => rmSync(filler, { force: true }),
		discard: () => {
			execFileSync('umount', ['--lazy', directory]);
			rmSync(directory, { recursive: true, force: true });
		}
	};
}

/** Writes until nothing fits any more. */
function fill(path: string): void {
	for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 4)) {
		try {
			for (;;) appendFileSync(path, Buffer.alloc(size));
		} catch {
			// Smaller pieces may still fit.
		}
	}
}
