import { join } from 'node:path';
import { DamagedDatabaseError, NewerDatabaseError, UnusableDirectoryError } from './errors.ts';
import { migrations } from './migrations/index.ts';
import { SqliteDatabase } from './sqlite/database.ts';
import { claimDirectory, ensureDirectory, reasonOf } from './sqlite/directory.ts';
import { dropUnfinished } from './statements/drop-batch.ts';
import { probe } from './statements/probe.ts';
import { storeOn } from './statements/store.ts';
import type { Surroundings } from './statements/surroundings.ts';
import type { Store } from './store.ts';

/**
 * Opens the store in `tegenwicht.db` under a folder, which is made when it is missing and belongs to
 * this process until `close`. Call `migrate` before anything else.
 *
 * @throws {UnusableDirectoryError} when the folder or the file can't be made or written
 * @throws {DamagedDatabaseError} when the file is no database, or no longer whole
 * @throws {DirectoryInUseError} when another process has it
 */
export function openSqliteStore(options: Surroundings & { readonly directory: string }): Store {
	ensureDirectory(options.directory);
	const claim = claimDirectory(options.directory);
	const database = openOrRelease(options.directory, claim);
	return {
		...storeOn(database, options),
		migrate: async () => migrate(database),
		probe: async () => {
			checkShape(database);
			await database.transaction(() => probe(options.now(), database.dialect));
		},
		close: async () => {
			database.close();
			claim.release();
		}
	};
}

function openOrRelease(directory: string, claim: { release: () => void }): SqliteDatabase {
	try {
		return new SqliteDatabase(join(directory, 'tegenwicht.db'));
	} catch (error) {
		claim.release();
		if (isDamage(error)) throw new DamagedDatabaseError(directory, reasonOf(error));
		throw new UnusableDirectoryError(directory, `tegenwicht.db: ${reasonOf(error)}`);
	}
}

/** SQLite's codes for a file that is malformed and for one that is no database, without their details. */
const damageCodes: readonly number[] = [11, 26];

function isDamage(error: unknown): boolean {
	const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
	return damageCodes.includes(code & 0xff);
}

/** Applies the migrations that this database has not had, all of them or none. */
function migrate(database: SqliteDatabase): void {
	database.atomically(function* () {
		const found = checkShape(database);
		for (const migration of migrations.slice(found)) database.execute(migration);
		database.execute(`PRAGMA user_version = ${migrations.length}`);
		yield* dropUnfinished();
	});
}

/** @returns how many migrations the database has had */
function checkShape(database: SqliteDatabase): number {
	const { user_version: found } = database.one<{ user_version: number }>('PRAGMA user_version');
	if (found > migrations.length) throw new NewerDatabaseError(found, migrations.length);
	return found;
}
