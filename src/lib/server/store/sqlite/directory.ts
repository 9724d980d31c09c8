import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DirectoryInUseError, UnusableDirectoryError } from '../errors.ts';

/**
 * Makes the folder when it is missing.
 *
 * @throws {UnusableDirectoryError} when it can't be made
 */
export function ensureDirectory(directory: string): void {
	try {
		mkdirSync(directory, { recursive: true, mode: 0o750 });
	} catch (error) {
		throw new UnusableDirectoryError(directory, reasonOf(error));
	}
}

/**
 * Claims a folder for this process until `release`, or until the process ends in whatever way.
 *
 * The claim is a lock that SQLite holds on a file of its own: the operating system drops it even
 * after `kill -9`, and the database itself stays readable for a backup.
 *
 * @throws {DirectoryInUseError} when another process holds it
 */
export function claimDirectory(directory: string): { release: () => void } {
	let lock: DatabaseSync | undefined;
	try {
		lock = new DatabaseSync(join(directory, 'tegenwicht.lock'), { timeout: 500 });
		lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
	} catch (error) {
		lock?.close();
		if (reasonOf(error).includes('locked')) throw new DirectoryInUseError(directory);
		throw new UnusableDirectoryError(directory, reasonOf(error));
	}
	const held = lock;
	return { release: () => void (held.isOpen && held.close()) };
}

/** What an error says of itself. */
export function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
