import type { Database } from '../database.ts';
import { CorruptRoomError } from '../errors.ts';
import type { LoadedRoom, RoomKey, RoomStore } from '../rooms.ts';
import { appendAll } from './append.ts';
import { checkHash, hashOf } from './hash.ts';
import { forgetUpdates, historyStore } from './history.ts';
import { all, get, run, type Work } from './statement.ts';
import type { Surroundings } from './surroundings.ts';
import { versionStore } from './versions.ts';

type RoomRow = { id: number; sequence: number };
type LogRow = { sequence: number; member_id: string | null; bytes: Uint8Array; hash: Uint8Array };
type StateRow = { through_sequence: number; bytes: Uint8Array; hash: Uint8Array };

/** The document part of the store. */
export function roomStore(database: Database, surroundings: Surroundings): RoomStore {
	return {
		...versionStore(database, surroundings),
		...historyStore(database),
		loadRoom: (room) => database.snapshot(() => loadRoom(room)),
		append: (entries) =>
			database.transaction(() =>
				appendAll(entries, { at: surroundings.now(), atOnce: database.dialect.rowsAtOnce })
			),
		compact: (room, state, throughSequence) =>
			database.transaction(() => compact({ room, state, throughSequence, at: surroundings.now() }))
	};
}

export function* loadRoom(room: RoomKey): Work<LoadedRoom> {
	const row = yield* get<RoomRow>('SELECT id, sequence FROM rooms WHERE key = ?', room);
	if (!row) return { state: null, updates: [], sequence: 0, clients: new Map() };
	const state = yield* get<StateRow>(
		'SELECT through_sequence, bytes, hash FROM room_states WHERE room_id = ?',
		row.id
	);
	const through = state?.through_sequence ?? 0;
	if (state) checkHash(room, `state through ${through}`, state);
	const clients = yield* all<{ client: number; member_id: string | null }>(
		'SELECT client, member_id FROM room_clients WHERE room_id = ?',
		row.id
	);
	return {
		state: state?.bytes ?? null,
		updates: yield* updatesAfter(room, { id: row.id, through, last: row.sequence }),
		sequence: row.sequence,
		clients: new Map(clients.map(({ client, member_id }) => [client, member_id]))
	};
}

/** Reads the log behind a state; every number from there to the last must be present and whole. */
function* updatesAfter(
	room: RoomKey,
	range: { id: number; through: number; last: number }
): Work<Uint8Array[]> {
	const rows = yield* all<LogRow>(
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

type Compaction = {
	readonly room: RoomKey;
	readonly state: Uint8Array;
	readonly throughSequence: number;
	/** Milliseconds since 1970. */
	readonly at: number;
};

function* compact({ room, state, throughSequence, at }: Compaction): Work<void> {
	const row = yield* get<RoomRow>('SELECT id, sequence FROM rooms WHERE key = ?', room);
	const earlier = row && (yield* compactedThrough(row.id));
	if (!row || throughSequence > row.sequence || throughSequence < (earlier ?? 0)) {
		throw new RangeError(`Room ${room} has no update ${throughSequence} to compact through.`);
	}
	yield* run(
		`INSERT INTO room_states (room_id, through_sequence, bytes, hash) VALUES (?, ?, ?, ?)
		ON CONFLICT (room_id) DO UPDATE SET
		through_sequence = excluded.through_sequence, bytes = excluded.bytes, hash = excluded.hash`,
		row.id,
		throughSequence,
		state,
		hashOf(room, `state through ${throughSequence}`, state)
	);
	yield* forgetUpdates({ room, roomId: row.id, through: throughSequence, at });
}

function* compactedThrough(roomId: number): Work<number | undefined> {
	const row = yield* get<StateRow>(
		'SELECT through_sequence FROM room_states WHERE room_id = ?',
		roomId
	);
	return row?.through_sequence;
}
