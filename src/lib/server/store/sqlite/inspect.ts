import { createHash } from 'node:crypto';
import { NewerDatabaseError } from '../errors.ts';
import { migrations } from '../migrations/index.ts';
import type { SqliteDatabase } from './database.ts';
import { reasonOf } from './directory.ts';
import { checkHash } from '../statements/hash.ts';
import { roomStore } from '../statements/rooms.ts';

/** What is in a database, and everything that is wrong with it. */
export type Inspection = {
	readonly workshops: number;
	readonly rooms: number;
	readonly versions: number;
	readonly forecasts: number;
	/** Sentences; none when every row is as it was written. */
	readonly damage: readonly string[];
};

/** Reading never asks for the time or a new id. */
const nothingNew = { now: () => 0, newId: () => '' };

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
	const damage: string[] = [];
	const store = roomStore(database, nothingNew);
	const note = (error: unknown) => void damage.push(reasonOf(error));
	for (const { key } of database.all<{ key: string }>('SELECT key FROM rooms ORDER BY key')) {
		await store.loadRoom(key).catch(note);
		damage.push(...changedHistory(database, key));
		for (const { id } of await store.listVersions(key)) {
			await store.loadVersion(key, id).catch(note);
		}
	}
	return [...damage, ...changedForecasts(database)];
}

type KeptUpdate = {
	sequence: number;
	member_id: string | null;
	bytes: Uint8Array;
	hash: Uint8Array;
};

/** Updates that are in the state of a room already, and are kept to tell who wrote what. */
function changedHistory(database: SqliteDatabase, key: string): string[] {
	const rows = database.all<KeptUpdate>(
		`SELECT l.sequence, l.member_id, l.bytes, l.hash FROM room_log l
		JOIN rooms r ON r.id = l.room_id JOIN room_states s ON s.room_id = r.id
		WHERE r.key = ? AND l.sequence <= s.through_sequence ORDER BY l.sequence`,
		key
	);
	return rows.flatMap((row) => {
		try {
			checkHash(key, `update ${row.sequence} by ${row.member_id ?? 'the server'}`, row);
			return [];
		} catch (error) {
			return [reasonOf(error)];
		}
	});
}

function changedForecasts(database: SqliteDatabase): string[] {
	const known = database.get("SELECT 1 FROM sqlite_schema WHERE name = 'forecasts'");
	if (!known) return [];
	return database
		.all<{ id: string; text: string; sha256: string }>('SELECT id, text, sha256 FROM forecasts')
		.filter(({ text, sha256 }) => createHash('sha256').update(text).digest('hex') !== sha256)
		.map(({ id }) => `Forecast ${id} was changed after it was sealed.`);
}
