import { createHash } from 'node:crypto';
import {
	closeSync,
	existsSync,
	fsyncSync,
	openSync,
	readFileSync,
	readSync,
	writeFileSync
} from 'node:fs';
import { basename } from 'node:path';
import { BackupError } from './backup-error.ts';

/** SHA-256 of a file of any size, in hexadecimal. */
export function hashOfFile(path: string): string {
	const hash = createHash('sha256');
	const piece = Buffer.alloc(1024 * 1024);
	const file = openSync(path, 'r');
	try {
		for (let size = readSync(file, piece); size > 0; size = readSync(file, piece)) {
			hash.update(piece.subarray(0, size));
		}
	} finally {
		closeSync(file);
	}
	return hash.digest('hex');
}

/** Writes the hash of a file next to it, as `sha256sum` does. */
export function writeHash(path: string, sha256: string): void {
	writeFileSync(`${path}.sha256`, `${sha256}  ${basename(path)}\n`, { mode: 0o600 });
	syncToDisk(`${path}.sha256`);
}

/**
 * Compares a file with the hash next to it.
 *
 * @throws {BackupError} when they differ, or the hash is not there
 */
export function checkFileHash(path: string): void {
	const beside = `${path}.sha256`;
	if (!existsSync(beside)) {
		throw new BackupError(`${beside} is missing: keep the two files of a backup together.`);
	}
	const written = readFileSync(beside, 'utf8').slice(0, 64);
	if (written !== hashOfFile(path)) {
		throw new BackupError(`${path} is not as it was made: use another backup.`);
	}
}

/** Waits until a file, or the names in a folder, are on disk. */
export function syncToDisk(path: string): void {
	const file = openSync(path, 'r');
	try {
		fsyncSync(file);
	} finally {
		closeSync(file);
	}
}
