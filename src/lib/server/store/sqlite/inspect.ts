import { NewerDatabaseError } from '../errors.ts';
import { changedForecasts, damagedDocuments, type Inspection } from '../inspect-rows.ts';
import { migrations } from '../migrations/index.ts';
import type { SqliteDatabase } from './database.ts';
import { reasonOf } from './directory.ts';

/**
 * Reads a whole database and compares every document, kept update, version and sealed forecast with its
 * hash.
 *
 * @throws {NewerDatabaseError} when a newer program wrote it, whose shape is unknown here
 */
export async function inspect(database: SqliteDatabase): Promise<Inspection> {
	const { user_version: shape } = database.one<{ user_version: number }>('PRAGMA user_version');
	if (shape > migrations.length) throw new NewerDatabaseError(shape, migrations.length);
	const pages = damagedPages(database);
	// What SQLite itself can't walk through would only fail a second time.
	const rows = pages.length === 0 ? await damagedRows(database) : [];
	return { ...counts(database, shape), damage: [...pages, ...rows] };
}

function counts(database: SqliteDatabase, shape: number): Omit<Inspection, 'damage'> {
	const count = (table: string) =>
		database.one<{ count: number }>(`SELECT count(*) AS count FROM ${table}`).count;
	return {
		workshops: count('workshops'),
		rooms: count('rooms'),
		versions: count('versions'),
		forecasts: shape < 4 ? 0 : count('forecasts')
	};
}

function damagedPages(database: SqliteDatabase): string[] {
	try {
		const answers = database.all<{ integrity_check: string }>('PRAGMA integrity_check(20)');
		const broken = answers.map((row) => row.integrity_check).filter((text) => text !== 'ok');
		const dangling = database.all<{ table: string }>('PRAGMA foreign_key_check');
		return [
			...broken,
			...new Set(dangling.map(({ table }) => `${table}: a row points to a row that is gone`))
		];
	} catch (error) {
		return [`SQLite cannot read the file: ${reasonOf(error)}`];
	}
}

async function damagedRows(database: SqliteDatabase): Promise<string[]> {
	const known = database.get("SELECT 1 FROM sqlite_schema WHERE name = 'forecasts'");
	return [
		...(await damagedDocuments(database)),
		...(known ? await changedForecasts(database) : [])
	];
}
