import {
	chmodSync,
	existsSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { backup as copyDatabase, DatabaseSync } from 'node:sqlite';
import type { Inspection } from '../inspect-rows.ts';
import { BackupError } from './backup-error.ts';
import { noteBackup } from './last-backup.ts';
import { hashOfFile, syncToDisk, writeHash } from './files.ts';
import { inspectFile } from './inspect-file.ts';

const name = /^tegenwicht-\d{4}-\d{2}-\d{2}T\d{6}Z\.db$/;
/** The most that SQLite can be asked to copy in one step. */
const allPages = 2 ** 31 - 1;
const day = 24 * 60 * 60 * 1000;

/** A backup that was made, read back in full and found whole. */
export type Backup = Inspection & {
	readonly path: string;
	readonly sha256: string;
	/** Older backups that were thrown away because of their age. */
	readonly removed: readonly string[];
};

/**
 * Copies the database of a server, which may be running, as it is at one moment; reads the copy back
 * row by row before it gets its name. A hash that `sha256sum -c` understands lies next to it.
 *
 * @param parts.folder where backups lie; made when missing
 * @param parts.keepDays age in days after which older backups are thrown away; never when undefined
 * @throws {BackupError} when there is no database, or the copy is damaged; then nothing was kept
 */
export async function makeBackup(parts: {
	readonly dataDirectory: string;
	readonly folder: string;
	readonly keepDays: number | undefined;
	readonly now: number;
}): Promise<Backup> {
	const source = join(parts.dataDirectory, 'tegenwicht.db');
	if (!existsSync(source)) throw new BackupError(`There is no database in ${parts.dataDirectory}.`);
	mkdirSync(parts.folder, { recursive: true, mode: 0o700 });
	const path = join(parts.folder, nameAt(parts.now));
	if (existsSync(path)) throw new BackupError(`${path} is there already: wait a second.`);
	const inspection = await copyAndCheck(source, `${path}.part`);
	const sha256 = hashOfFile(`${path}.part`);
	writeHash(path, sha256);
	renameSync(`${path}.part`, path);
	syncToDisk(parts.folder);
	noteBackup(parts.dataDirectory, parts.now);
	return { ...inspection, path, sha256, removed: throwAwayOld(parts) };
}

async function copyAndCheck(source: string, part: string): Promise<Inspection> {
	try {
		// Made before it is filled, so that nobody else can read it at any moment.
		writeFileSync(part, '', { mode: 0o600 });
		const database = new DatabaseSync(source, { timeout: 5000 });
		try {
			// All pages in one step: a copy in pieces would begin anew at every commit of the server.
			await copyDatabase(database, part, { rate: allPages });
		} finally {
			database.close();
		}
		chmodSync(part, 0o600);
		syncToDisk(part);
		const inspection = await inspectFile(part);
		if (inspection.damage.length > 0) {
			throw new BackupError(`The database is damaged:\n${inspection.damage.join('\n')}`);
		}
		return inspection;
	} catch (error) {
		for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${end}`, { force: true });
		throw error;
	}
}

function nameAt(now: number): string {
	const moment = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
	return `tegenwicht-${moment.replaceAll(':', '')}.db`;
}

function throwAwayOld(parts: {
	readonly folder: string;
	readonly keepDays: number | undefined;
	readonly now: number;
}): string[] {
	if (parts.keepDays === undefined) return [];
	const oldest = nameAt(parts.now - parts.keepDays * day);
	const old = readdirSync(parts.folder).filter((file) => name.test(file) && file < oldest);
	for (const file of old) {
		rmSync(join(parts.folder, file));
		rmSync(join(parts.folder, `${file}.sha256`), { force: true });
	}
	return old;
}
