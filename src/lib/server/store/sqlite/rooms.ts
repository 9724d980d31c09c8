import { CorruptRoomError, UnknownWorkshopError } from '../errors.ts';
import type { LoadedRoom, LogEntry, RoomKey, RoomStore } from '../rooms.ts';
import type { Database } from './database.ts';
import { forgetUpdates, sqliteHistory } from './history.ts';
import { checkHash, hashOf } from './hash.ts';
import type { Surroundings } from './surroundings.ts';
import { sqliteVersions } from './versions.ts';

type RoomRow = { id: number; sequence: number };
type LogRow = { sequence: number; member_id: string | null; bytes: Uint8Array; hash: Uint8Array };
type StateRow = { through_sequence: number; bytes: Uint8Array; hash: Uint8Array };

/** The document part of the store on SQLite. */
export function sqliteRooms(database: Database, surroundings: Surroundings): RoomStore {
	return {
		...sqliteVersions(database, surroundings),
		...sqliteHistory(database),
		loadRoom: async (room) => database.snapshot(() => loadRoom(database, room)),
		append: async (entries) =>
			database.transaction(() => appendAll(database, entries, surroundings.now())),
		compact: async (room, state, throughSequence) =>
			database.transaction(() =>
				compact(database, { room, state, throughSequence, at: surroundings.now() })
			)
	};
}

function loadRoom(database: Database, room: RoomKey): LoadedRoom {
	const row = database.get<RoomRow>('SELECT id, sequence FROM rooms WHERE key = ?', room);
	if (!row) return { state: null, updates: [], sequence: 0, clients: new Map() };
	const state = database.get<StateRow>(
		'SELECT through_sequence, bytes, hash FROM room_states WHERE room_id = ?',
		row.id
	);
	const through = state?.through_sequence ?? 0;
	if (state) checkHash(room, `state through ${through}`, state);
	const clients = database.all<{ client: number; member_id: string | null }>(
		'SELECT client, member_id FROM room_clients WHERE room_id = ?',
		row.id
	);
	return {
		state: state?.bytes ?? null,
		updates: updatesAfter(database, room, { id: row.id, through, last: row.sequence }),
		sequence: row.sequence,
		clients: new Map(clients.map(({ client, member_id }) => [client, member_id]))
	};
}

/** Reads the log behind a state; every number from there to the last must be present and whole. */
function updatesAfter(
	database: Database,
	room: RoomKey,
	range: { id: number; through: number; last: number }
): Uint8Array[] {
	const rows = database.all<LogRow>(
		`SELECT sequence, member_id, bytes, hash FROM room_log
		WHERE room_id = ? AND sequence > ? ORDER BY sequence`,
		range.id,
		range.through
	);
	rows.forEach((row, index) => {
		const expected = range.through + 1 + index;
		if (row.sequence !== expected)
			throw new CorruptRoomError(room, `update ${expected} is missing`);
		checkHash(room, `update ${row.sequence} by ${row.member_id ?? 'the server'}`, row);
	});
	const missing = range.last - range.through - rows.length;
	if (missing !== 0) throw new CorruptRoomError(room, `the last ${missing} updates are missing`);
	return rows.map((row) => row.bytes);
}

function appendAll(
	database: Database,
	entries: readonly LogEntry[],
	at: number
): Map<RoomKey, number> {
	const last = new Map<RoomKey, number>();
	for (const [room, ofRoom] of Map.groupBy(entries, (entry) => entry.room)) {
		last.set(room, appendToRoom(database, { room, entries: ofRoom, at }));
	}
	return last;
}

function appendToRoom(
	database: Database,
	{ room, entries, at }: { room: RoomKey; entries: readonly LogEntry[]; at: number }
): number {
	const row = advanceRoom(database, { room, by: entries.length, at });
	let sequence = row.sequence - entries.length;
	for (const entry of entries) {
		sequence += 1;
		const place = `update ${sequence} by ${entry.memberId ?? 'the server'}`;
		database.run(
			'INSERT INTO room_log (room_id, sequence, member_id, at, bytes, hash) VALUES (?, ?, ?, ?, ?, ?)',
			row.id,
			sequence,
			entry.memberId,
			at,
			entry.update,
			hashOf(room, place, entry.update)
		);
		for (const client of entry.newClients) {
			database.run(
				'INSERT INTO room_clients (room_id, client, member_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
				row.id,
				client,
				entry.memberId
			);
		}
	}
	return row.sequence;
}

function advanceRoom(
	database: Database,
	{ room, by, at }: { room: RoomKey; by: number; at: number }
): RoomRow {
	const workshopId = room.slice(0, room.indexOf('/'));
	const row = database.get<RoomRow>(
		`INSERT INTO rooms (key, workshop_id, sequence, changed_at)
		SELECT ?, id, ?, ? FROM workshops WHERE id = ?
		ON CONFLICT (key) DO UPDATE
		SET sequence = sequence + excluded.sequence, changed_at = excluded.changed_at
		RETURNING id, sequence`,
		room,
		by,
		at,
		workshopId
	);
	if (!row) throw new UnknownWorkshopError(workshopId);
	return row;
}

type Compaction = {
	readonly room: RoomKey;
	readonly state: Uint8Array;
	readonly throughSequence: number;
	/** Milliseconds since 1970. */
	readonly at: number;
};

function compact(database: Database, { room, state, throughSequence, at }: Compaction): void {
	const row = database.get<RoomRow>('SELECT id, sequence FROM rooms WHERE key = ?', room);
	const earlier = row && compactedThrough(database, row.id);
	if (!row || throughSequence > row.sequence || throughSequence < (earlier ?? 0)) {
		throw new RangeError(`Room ${room} has no update ${throughSequence} to compact through.`);
	}
	database.run(
		`INSERT INTO room_states (room_id, through_sequence, bytes, hash) VALUES (?, ?, ?, ?)
		ON CONFLICT (room_id) DO UPDATE SET
		through_sequence = excluded.through_sequence, bytes = excluded.bytes, hash = excluded.hash`,
		row.id,
		throughSequence,
		state,
		hashOf(room, `state through ${throughSequence}`, state)
	);
	forgetUpdates(database, { room, roomId: row.id, through: throughSequence, at });
}

function compactedThrough(database: Database, roomId: number): number | undefined {
	return database.get<StateRow>(
		'SELECT through_sequence FROM room_states WHERE room_id = ?',
		roomId
	)?.through_sequence;
}
