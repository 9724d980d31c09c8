import { join } from 'node:path';
import { NewerDatabaseError, UnusableDirectoryError } from './errors.ts';
import { migrations } from './migrations/index.ts';
import { sqliteApiTokens } from './sqlite/api-tokens.ts';
import { sqliteAnswers } from './sqlite/answers.ts';
import { Database } from './sqlite/database.ts';
import { claimDirectory, ensureDirectory, reasonOf } from './sqlite/directory.ts';
import { sqliteDeeds } from './sqlite/deeds.ts';
import { sqliteErasing } from './sqlite/erasing.ts';
import { sqliteForecasts } from './sqlite/forecasts.ts';
import { dropUnfinished } from './sqlite/drop-batch.ts';
import { sqliteFigures } from './sqlite/figures.ts';
import { sqlitePeople } from './sqlite/people.ts';
import { sqliteRooms } from './sqlite/rooms.ts';
import type { Surroundings } from './sqlite/surroundings.ts';
import { sqliteWorkshops } from './sqlite/workshops.ts';
import type { Store } from './store.ts';

/**
 * Opens the store in `tegenwicht.db` under a folder, which is made when it is missing and belongs to
 * this process until `close`. Call `migrate` before anything else.
 *
 * @throws {UnusableDirectoryError} when the folder or the file can't be made or written
 * @throws {DirectoryInUseError} when another process has it
 */
export function openSqliteStore(options: Surroundings & { readonly directory: string }): Store {
	ensureDirectory(options.directory);
	const claim = claimDirectory(options.directory);
	const database = openOrRelease(options.directory, claim);
	return {
		...sqliteRooms(database, options),
		...sqliteWorkshops(database),
		...sqlitePeople(database, options),
		...sqliteDeeds(database),
		...sqliteErasing(database, options),
		...sqliteForecasts(database),
		...sqliteFigures(database, options),
		...sqliteAnswers(database),
		...sqliteApiTokens(database),
		migrate: async () => migrate(database),
		probe: async () => {
			checkShape(database);
			// Always another value: SQLite writes nothing for a row that stays as it is.
			database.run(
				`INSERT INTO probes (id, at) VALUES (1, ?)
				ON CONFLICT (id) DO UPDATE SET at = max(excluded.at, probes.at + 1)`,
				options.now()
			);
		},
		close: async () => {
			database.close();
			claim.release();
		}
	};
}

function openOrRelease(directory: string, claim: { release: () => void }): Database {
	try {
		return new Database(join(directory, 'tegenwicht.db'));
	} catch (error) {
		claim.release();
		throw new UnusableDirectoryError(directory, `tegenwicht.db: ${reasonOf(error)}`);
	}
}

/** Applies the migrations that this database has not had, all of them or none. */
function migrate(database: Database): void {
	database.transaction(() => {
		const found = checkShape(database);
		for (const migration of migrations.slice(found)) database.execute(migration);
		database.execute(`PRAGMA user_version = ${migrations.length}`);
		dropUnfinished(database);
	});
}

/** @returns how many migrations the database has had */
function checkShape(database: Database): number {
	const { user_version: found } = database.one<{ user_version: number }>('PRAGMA user_version');
	if (found > migrations.length) throw new NewerDatabaseError(found, migrations.length);
	return found;
}
