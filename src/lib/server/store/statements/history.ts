import type { Database } from '../database.ts';
import { letOthersGo } from '../../in-slices.ts';
import type { HistoryEntry, RoomHistory, RoomKey, RoomStore, Writer } from '../rooms.ts';
import { checkHash } from './hash.ts';
import { all, get, one, run, type Work } from './statement.ts';

const day = 24 * 60 * 60 * 1000;

/** How long updates of a board stay readable one by one, and how many and how large they may be together. */
const kept = { milliseconds: 7 * day, updates: 20_000, bytes: 16 * 1024 * 1024 };

/**
 * A version is written a moment after its board was read. What came in that moment is in the log and
 * may not be in the version, so that the log is read from a little earlier.
 */
const margin = 60_000;

/** Updates that are read before others get their turn: a few milliseconds. */
const slice = 250;

type LogRow = {
	sequence: number;
	member_id: string | null;
	at: number;
	bytes: Uint8Array;
	hash: Uint8Array;
};
type VersionRow = { id: string; at: number; bytes: Uint8Array; hash: Uint8Array };

/** The updates of a room one by one, with who wrote them. */
export function historyStore(database: Database): Pick<RoomStore, 'loadHistory' | 'listWriters'> {
	return {
		loadHistory: (room, since) => loadHistory(database, room, since),
		listWriters: (room) =>
			database.read(() =>
				all<Writer>(
					`SELECT member_id AS "memberId", count(*) AS updates, max(at) AS "lastAt"
					FROM room_log JOIN rooms ON rooms.id = room_id
					WHERE key = ? AND member_id IS NOT NULL GROUP BY member_id ORDER BY "lastAt" DESC`,
					room
				)
			)
	};
}

/** Forgets updates that a state covers; of a board only what is too old or too much. */
export function* forgetUpdates({
	room,
	roomId,
	through,
	at
}: {
	room: RoomKey;
	roomId: number;
	through: number;
	at: number;
}): Work<void> {
	const oldest = room.endsWith('/board') ? yield* oldestKept(roomId, at) : through + 1;
	yield* run(
		'DELETE FROM room_log WHERE room_id = ? AND sequence <= ? AND sequence < ?',
		roomId,
		through,
		oldest
	);
}

/** The first update that is neither too old nor one too many. */
function* oldestKept(roomId: number, at: number): Work<number> {
	const { oldest } = yield* one<{ oldest: number | null }>(
		`SELECT min(sequence) AS oldest FROM (
			SELECT sequence, at, row_number() OVER newest AS place,
				sum(length(bytes)) OVER newest AS total
			FROM room_log WHERE room_id = ?
			WINDOW newest AS (ORDER BY sequence DESC)
		) AS counted WHERE at >= ? AND place <= ? AND total <= ?`,
		roomId,
		at - kept.milliseconds,
		kept.updates,
		kept.bytes
	);
	return oldest ?? Number.MAX_SAFE_INTEGER;
}

/** Where the history of a room begins, and which updates belong to it. */
type Extent = {
	readonly begin: VersionRow | undefined;
	readonly id: number;
	/** Numbers of the first and the last update; no first when there is none. */
	readonly first: number | null;
	readonly last: number | null;
};

/** A long history is read in slices, so that others get their turn in between. */
async function loadHistory(
	database: Database,
	room: RoomKey,
	since: number
): Promise<RoomHistory | undefined> {
	for (;;) {
		const extent = await database.snapshot(() => extentOf(room, since));
		if (extent === 'empty') return { state: null, from: 0, entries: [] };
		if (extent === undefined) return undefined;
		const { begin } = extent;
		if (begin) checkHash(room, `version ${begin.id}`, begin);
		const entries = await entriesOf(database, room, extent);
		// While it was read, the oldest were forgotten: it begins later now.
		if (!entries) continue;
		return { state: begin?.bytes ?? null, from: begin?.at ?? 0, entries };
	}
}

function* extentOf(room: RoomKey, since: number): Work<Extent | 'empty' | undefined> {
	const found = yield* get<{ id: number }>('SELECT id FROM rooms WHERE key = ?', room);
	if (found === undefined) return 'empty';
	const { id } = found;
	const first = yield* get<{ sequence: number; at: number }>(
		'SELECT sequence, at FROM room_log WHERE room_id = ? ORDER BY sequence LIMIT 1',
		id
	);
	const isWhole = first?.sequence === 1;
	const known = isWhole ? 0 : first && first.at + margin;
	const begin = yield* beginning({ id, known, since });
	if (!begin && !isWhole) return undefined;
	const ends = yield* one<Pick<Extent, 'first' | 'last'>>(
		`SELECT min(sequence) AS first, max(sequence) AS last FROM room_log
		WHERE room_id = ? AND at >= ?`,
		id,
		begin ? begin.at - margin : 0
	);
	return { begin, id, ...ends };
}

/** @returns undefined when an update is no longer there */
async function entriesOf(
	database: Database,
	room: RoomKey,
	{ id, first, last }: Extent
): Promise<HistoryEntry[] | undefined> {
	const entries: HistoryEntry[] = [];
	if (first === null || last === null) return entries;
	for (let from = first; from <= last; from += slice) {
		if (from > first) await letOthersGo();
		const until = Math.min(last, from + slice - 1);
		const some = await database.read(() => entriesBetween({ room, id, from, until }));
		if (some.length < until - from + 1) return undefined;
		entries.push(...some);
	}
	return entries;
}

/** The last version before a moment; when none goes that far back and the log does not either, the first. */
function* beginning({
	id,
	known,
	since
}: {
	id: number;
	known: number | undefined;
	since: number;
}): Work<VersionRow | undefined> {
	if (known === undefined) return undefined;
	const version = (condition: string, order: string, ...values: number[]) =>
		get<VersionRow>(
			`SELECT id, at, bytes, hash FROM versions WHERE room_id = ? AND at > ? ${condition}
			ORDER BY at ${order}, rowid ${order} LIMIT 1`,
			id,
			known,
			...values
		);
	const before = yield* version('AND at <= ?', 'DESC', since);
	return before ?? (known === 0 ? undefined : yield* version('', 'ASC'));
}

function* entriesBetween({
	room,
	id,
	from,
	until
}: {
	room: RoomKey;
	id: number;
	from: number;
	until: number;
}): Work<HistoryEntry[]> {
	const rows = yield* all<LogRow>(
		`SELECT sequence, member_id, at, bytes, hash FROM room_log
		WHERE room_id = ? AND sequence BETWEEN ? AND ? ORDER BY sequence`,
		id,
		from,
		until
	);
	return rows.map((row) => {
		checkHash(room, `update ${row.sequence} by ${row.member_id ?? 'the server'}`, row);
		return { memberId: row.member_id, at: row.at, update: row.bytes };
	});
}
