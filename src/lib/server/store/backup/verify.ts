import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteDatabase } from '../sqlite/database.ts';
import type { Inspection } from '../inspect-rows.ts';
import { inspect } from '../sqlite/inspect.ts';
import { BackupError } from './backup-error.ts';

/**
 * Reads the database in a folder row by row, also while a server runs on it.
 *
 * @throws {BackupError} when there is none, or it is no database at all
 */
export async function verifyStore(dataDirectory: string): Promise<Inspection> {
	const path = join(dataDirectory, 'tegenwicht.db');
	if (!existsSync(path)) throw new BackupError(`There is no database in ${dataDirectory}.`);
	const database = new SqliteDatabase(path);
	try {
		return await inspect(database);
	} finally {
		database.close();
	}
}
