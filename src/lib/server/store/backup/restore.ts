import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteDatabase } from '../sqlite/database.ts';
import type { Inspection } from '../inspect-rows.ts';
import { BackupError } from './backup-error.ts';
import { checkFileHash, syncToDisk } from './files.ts';
import { inspectFile } from './inspect-file.ts';

/**
 * Puts a backup in an empty folder, for a server to be started on.
 *
 * Every workshop's epoch is raised, so that browsers which still hold newer edits offer these as a
 * file, instead of sending what no longer fits.
 *
 * @throws {BackupError} when the folder is not empty or the backup is not whole; nothing is left then
 */
export async function restoreBackup(path: string, dataDirectory: string): Promise<Inspection> {
	if (!existsSync(path)) throw new BackupError(`There is no backup ${path}.`);
	if (existsSync(dataDirectory) && readdirSync(dataDirectory).length > 0) {
		throw new BackupError(`${dataDirectory} is not empty: name an empty or new folder.`);
	}
	checkFileHash(path);
	mkdirSync(dataDirectory, { recursive: true, mode: 0o750 });
	const part = join(dataDirectory, 'tegenwicht.db.part');
	try {
		copyFileSync(path, part);
		const inspection = await inspectFile(part);
		if (inspection.damage.length > 0) {
			throw new BackupError(`The backup is damaged:\n${inspection.damage.join('\n')}`);
		}
		raiseEpochs(part);
		syncToDisk(part);
		renameSync(part, join(dataDirectory, 'tegenwicht.db'));
		syncToDisk(dataDirectory);
		return inspection;
	} catch (error) {
		for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${part}${end}`, { force: true });
		throw error;
	}
}

function raiseEpochs(path: string): void {
	const database = new SqliteDatabase(path);
	database.run('UPDATE workshops SET epoch = epoch + 1');
	database.execute('PRAGMA journal_mode = DELETE');
	database.close();
}
