import type { RoomHistory, RoomKey, RoomStore } from '../rooms.ts';
import type { Database } from './database.ts';
import { checkHash } from './hash.ts';

const day = 24 * 60 * 60 * 1000;

/** How long updates of a board stay readable one by one, and how many and how large they may be together. */
const kept = { milliseconds: 7 * day, updates: 20_000, bytes: 16 * 1024 * 1024 };

/**
 * A version is written a moment after its board was read. What came in that moment is in the log and
 * may not be in the version, so that the log is read from a little earlier.
 */
const margin = 60_000;

type LogRow = {
	sequence: number;
	member_id: string | null;
	at: number;
	bytes: Uint8Array;
	hash: Uint8Array;
};
type VersionRow = { id: string; at: number; bytes: Uint8Array; hash: Uint8Array };

/** The updates of a room one by one, with who wrote them. */
export function sqliteHistory(database: Database): Pick<RoomStore, 'loadHistory' | 'listWriters'> {
	return {
		loadHistory: async (room, since) => database.snapshot(() => loadHistory(database, room, since)),
		listWriters: async (room) =>
			database.all(
				`SELECT member_id AS memberId, count(*) AS updates, max(at) AS lastAt
				FROM room_log JOIN rooms ON rooms.id = room_id
				WHERE key = ? AND member_id IS NOT NULL GROUP BY member_id ORDER BY lastAt DESC`,
				room
			)
	};
}

/** Forgets updates that a state covers; of a board only what is too old or too much. */
export function forgetUpdates(
	database: Database,
	{ room, roomId, through, at }: { room: RoomKey; roomId: number; through: number; at: number }
): void {
	const oldest = room.endsWith('/board') ? oldestKept(database, roomId, at) : through + 1;
	database.run(
		'DELETE FROM room_log WHERE room_id = ? AND sequence <= ? AND sequence < ?',
		roomId,
		through,
		oldest
	);
}

/** The first update that is neither too old nor one too many. */
function oldestKept(database: Database, roomId: number, at: number): number {
	const { oldest } = database.one<{ oldest: number | null }>(
		`SELECT min(sequence) AS oldest FROM (
			SELECT sequence, at, row_number() OVER newest AS place,
				sum(length(bytes)) OVER newest AS total
			FROM room_log WHERE room_id = ?
			WINDOW newest AS (ORDER BY sequence DESC)
		) WHERE at >= ? AND place <= ? AND total <= ?`,
		roomId,
		at - kept.milliseconds,
		kept.updates,
		kept.bytes
	);
	return oldest ?? Number.MAX_SAFE_INTEGER;
}

function loadHistory(database: Database, room: RoomKey, since: number): RoomHistory | undefined {
	const id = database.get<{ id: number }>('SELECT id FROM rooms WHERE key = ?', room)?.id;
	if (id === undefined) return { state: null, from: 0, entries: [] };
	const first = database.get<{ sequence: number; at: number }>(
		'SELECT sequence, at FROM room_log WHERE room_id = ? ORDER BY sequence LIMIT 1',
		id
	);
	const isWhole = first?.sequence === 1;
	const begin = beginning(database, { id, known: isWhole ? 0 : first && first.at + margin, since });
	if (begin) checkHash(room, `version ${begin.id}`, begin);
	if (!begin && !isWhole) return undefined;
	return {
		state: begin?.bytes ?? null,
		from: begin?.at ?? 0,
		entries: entriesFrom(database, { room, id, at: begin ? begin.at - margin : 0 })
	};
}

/** The last version before a moment; when none goes that far back and the log does not either, the first. */
function beginning(
	database: Database,
	{ id, known, since }: { id: number; known: number | undefined; since: number }
): VersionRow | undefined {
	if (known === undefined) return undefined;
	const version = (condition: string, order: string, ...values: number[]) =>
		database.get<VersionRow>(
			`SELECT id, at, bytes, hash FROM versions WHERE room_id = ? AND at > ? ${condition}
			ORDER BY at ${order}, rowid ${order} LIMIT 1`,
			id,
			known,
			...values
		);
	return version('AND at <= ?', 'DESC', since) ?? (known === 0 ? undefined : version('', 'ASC'));
}

function entriesFrom(
	database: Database,
	{ room, id, at }: { room: RoomKey; id: number; at: number }
): RoomHistory['entries'] {
	const rows = database.all<LogRow>(
		`SELECT sequence, member_id, at, bytes, hash FROM room_log
		WHERE room_id = ? AND at >= ? ORDER BY sequence`,
		id,
		at
	);
	return rows.map((row) => {
		checkHash(room, `update ${row.sequence} by ${row.member_id ?? 'the server'}`, row);
		return { memberId: row.member_id, at: row.at, update: row.bytes };
	});
}
