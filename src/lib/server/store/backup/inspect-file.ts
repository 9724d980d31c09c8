import { SqliteDatabase } from '../sqlite/database.ts';
import type { Inspection } from '../inspect-rows.ts';
import { inspect } from '../sqlite/inspect.ts';

/** Reads a whole database file of which no server is running, and says what is in it and what is wrong. */
export async function inspectFile(path: string): Promise<Inspection> {
	const database = new SqliteDatabase(path);
	try {
		return await inspect(database);
	} finally {
		// One file, with nothing beside it: what is copied and hashed is all there is.
		database.execute('PRAGMA journal_mode = DELETE');
		database.close();
	}
}
