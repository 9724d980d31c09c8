import { NewerDatabaseError, UnusableDatabaseError } from './errors.ts';
import { migrations } from './migrations/postgres/index.ts';
import { isImporting, PostgresDatabase } from './postgres/database.ts';
import { dropUnfinished } from './statements/drop-batch.ts';
import { probe } from './statements/probe.ts';
import { get, run, script, type Work } from './statements/statement.ts';
import { storeOn } from './statements/store.ts';
import type { Surroundings } from './statements/surroundings.ts';
import type { Store } from './store.ts';

/**
 * Opens the store in a PostgreSQL database, which several servers may use at the same time. Nothing is
 * asked of the database before `migrate`, which must be called before anything else.
 *
 * @param options.url `postgres://user:password@host:port/database`
 */
export function openPostgresStore(options: Surroundings & { readonly url: string }): Store {
	const database = new PostgresDatabase(options.url);
	return {
		...storeOn(database, options),
		migrate: () => migrate(database),
		probe: async () => {
			await database.transaction(function* () {
				yield* checkShape();
				yield* probe(options.now(), database.dialect);
			});
		},
		close: () => database.close()
	};
}

/**
 * Applies the migrations that this database has not had, all of them or none. Servers that start at the
 * same moment wait for each other.
 */
async function migrate(database: PostgresDatabase): Promise<void> {
	try {
		await database.reshape(applyMigrations);
	} catch (error) {
		throw error instanceof NewerDatabaseError ? error : new UnusableDatabaseError(error);
	}
}

function* applyMigrations(): Work<void> {
	yield* script('CREATE TABLE IF NOT EXISTS shape (version INTEGER NOT NULL)');
	const found = yield* checkShape();
	for (const migration of migrations.slice(found)) yield* script(migration);
	yield* run('DELETE FROM shape');
	yield* run('INSERT INTO shape (version) VALUES (?)', migrations.length);
	yield* dropUnfinished(isImporting);
}

/** @returns how many migrations the database has had */
function* checkShape(): Work<number> {
	const found = (yield* get<{ version: number }>('SELECT version FROM shape'))?.version ?? 0;
	if (found > migrations.length) throw new NewerDatabaseError(found, migrations.length);
	return found;
}
