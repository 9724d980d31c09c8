import { createHash } from 'node:crypto';
import type { Database } from './database.ts';
import { DatabaseGoneError } from './errors.ts';
import { checkHash } from './statements/hash.ts';
import { loadRoom } from './statements/rooms.ts';
import { all } from './statements/statement.ts';
import { listVersions, loadVersion } from './statements/versions.ts';

/** What is in a database, and everything that is wrong with it. */
export type Inspection = {
	readonly workshops: number;
	readonly rooms: number;
	readonly versions: number;
	readonly forecasts: number;
	/** Sentences; none when every row is as it was written. */
	readonly damage: readonly string[];
};

/** A database that is only read. */
export type ReadDatabase = Pick<Database, 'read' | 'snapshot'>;

/**
 * Reads all documents and versions of a database, and finds every one that is not as its hash says; also
 * updates that are kept although a state covers them.
 *
 * @returns sentences; none when all are whole
 */
export async function damagedDocuments(database: ReadDatabase): Promise<string[]> {
	const damage: string[] = [];
	const note = (error: unknown) => {
		// Of a database that went away nothing is known, least of all that it is damaged.
		if (error instanceof DatabaseGoneError) throw error;
		damage.push(reasonOf(error));
	};
	const rooms = await database.read(() =>
		all<{ key: string }>('SELECT key FROM rooms ORDER BY key')
	);
	for (const { key } of rooms) {
		await database.snapshot(() => loadRoom(key)).catch(note);
		damage.push(...(await changedHistory(database, key)));
		for (const { id } of await database.read(() => listVersions(key))) {
			await database.read(() => loadVersion(key, id)).catch(note);
		}
	}
	return damage;
}

type KeptUpdate = {
	sequence: number;
	member_id: string | null;
	bytes: Uint8Array;
	hash: Uint8Array;
};

/** Updates that are in the state of a room already, and are kept to tell who wrote what. */
async function changedHistory(database: ReadDatabase, key: string): Promise<string[]> {
	const rows = await database.read(() =>
		all<KeptUpdate>(
			`SELECT l.sequence, l.member_id, l.bytes, l.hash FROM room_log l
			JOIN rooms r ON r.id = l.room_id JOIN room_states s ON s.room_id = r.id
			WHERE r.key = ? AND l.sequence <= s.through_sequence ORDER BY l.sequence`,
			key
		)
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

/** Finds every sealed forecast that is not as its hash says. */
export async function changedForecasts(database: ReadDatabase): Promise<string[]> {
	const sealed = await database.read(() =>
		all<{ id: string; text: string; sha256: string }>('SELECT id, text, sha256 FROM forecasts')
	);
	return sealed
		.filter(({ text, sha256 }) => createHash('sha256').update(text).digest('hex') !== sha256)
		.map(({ id }) => `Forecast ${id} was changed after it was sealed.`);
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
