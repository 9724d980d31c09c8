import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own that can become read-only while files on it are open, as one that breaks does. */
export type BreakingDisk = {
	readonly directory: string;
	readonly breakDown: () => void;
	/** Takes the disk out and puts it back, sound; whatever had files open there must have ended. */
	readonly repair: () => void;
	readonly discard: () => void;
};

/**
 * Makes a disk in a file; undefined where this user may not.
 *
 * @throws {Error} where it has to be possible: as root on the machine that checks everything, unless
 * that has no loop devices, as in a container
 */
export function breakingDisk(megabytes: number): BreakingDisk | undefined {
	const folder = mkdtempSync(join(tmpdir(), 'tegenwicht-breaking-'));
	const image = join(folder, 'image');
	const directory = join(folder, 'disk');
	const command = (name: string, ...rest: string[]) => execFileSync(name, rest, { stdio: 'pipe' });
	const mount = () => command('mount', '-o', 'loop', image, directory);
	const discard = () => rmSync(folder, { recursive: true, force: true });
	try {
		mkdirSync(directory);
		writeFileSync(image, Buffer.alloc(megabytes * 1024 * 1024));
		command('mkfs.ext4', '-q', image);
		mount();
	} catch (error) {
		discard();
		const isPossible = process.getuid?.() === 0 && existsSync('/dev/loop-control');
		if (process.env.CI && isPossible) throw error;
		return undefined;
	}
	return {
		directory,
		// What the kernel does by itself after a write that the disk refused.
		breakDown: () => command('mount', '-o', 'remount,abort', directory),
		repair: () => {
			command('umount', directory);
			mount();
		},
		discard: () => {
			command('umount', '--lazy', directory);
			discard();
		}
	};
}
