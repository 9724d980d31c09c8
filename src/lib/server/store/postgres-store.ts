import type { Database } from './database.ts';
import { CannotStartError, UnusableDatabaseError } from './errors.ts';
import { PostgresDatabase } from './postgres/database.ts';
import { applyMigrations, checkShape } from './postgres/shape.ts';
import { probe } from './statements/probe.ts';
import { storeOn } from './statements/store.ts';
import type { Surroundings } from './statements/surroundings.ts';
import type { Store } from './store.ts';

/**
 * Opens the store in a PostgreSQL database, which several servers may use at the same time. Nothing is
 * asked of the database before `migrate`, which must be called before anything else.
 *
 * @param options.url `postgres://user:password@host:port/database`
 * @param options.around puts something between what the store does and the database, such as a fence
 */
export function openPostgresStore(
	options: Surroundings & {
		readonly url: string;
		readonly around?: ((database: Database) => Database) | undefined;
	}
): Store {
	const database = new PostgresDatabase(options.url);
	return {
		...storeOn(options.around?.(database) ?? database, options),
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
		await database.reshape((session) => session.carryOut(applyMigrations));
	} catch (error) {
		throw error instanceof CannotStartError ? error : new UnusableDatabaseError(error);
	}
}
