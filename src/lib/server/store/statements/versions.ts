import type { Database } from '../database.ts';
import { UnknownWorkshopError } from '../errors.ts';
import type { NewVersion, RoomKey, RoomStore, VersionHeader } from '../rooms.ts';
import { workshopOf } from './append.ts';
import { checkHash, hashOf } from './hash.ts';
import { all, get, run, type Work } from './statement.ts';
import type { Surroundings } from './surroundings.ts';

type HeaderRow = {
	id: string;
	label: string;
	name: string | null;
	member_id: string | null;
	at: number;
	size: number;
};
type VersionRow = HeaderRow & { bytes: Uint8Array; hash: Uint8Array };

const headerColumns = 'versions.id, label, name, member_id, at, length(bytes) AS size';

/** Kept full states of a room. */
export function versionStore(
	database: Database,
	surroundings: Surroundings
): Pick<RoomStore, 'saveVersion' | 'listVersions' | 'loadVersion'> {
	return {
		saveVersion: (room, version) =>
			database.transaction(() => saveVersion(surroundings, { room, version })),
		listVersions: (room) => database.read(() => listVersions(room)),
		loadVersion: (room, id) => database.read(() => loadVersion(room, id))
	};
}

function* saveVersion(
	{ now, newId }: Surroundings,
	{ room, version }: { room: RoomKey; version: NewVersion }
): Work<VersionHeader> {
	const roomId = yield* roomIdFor(room, now());
	const header = {
		id: newId(),
		room,
		label: version.label,
		name: version.name ?? null,
		memberId: version.memberId,
		at: now(),
		bytes: version.state.length
	};
	yield* run(
		`INSERT INTO versions (id, room_id, label, name, member_id, at, bytes, hash)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		...[header.id, roomId, header.label, header.name, header.memberId, header.at],
		version.state,
		hashOf(room, `version ${header.id}`, version.state)
	);
	if (version.keepLast !== undefined) {
		yield* forgetOld({ roomId, label: header.label, keep: version.keepLast });
	}
	return header;
}

function forgetOld({
	roomId,
	label,
	keep
}: {
	roomId: number;
	label: string;
	keep: number;
}): Work<number> {
	return run(
		`DELETE FROM versions WHERE room_id = ? AND label = ? AND id NOT IN (
			SELECT id FROM versions WHERE room_id = ? AND label = ?
			ORDER BY at DESC, rowid DESC LIMIT ?
		)`,
		...[roomId, label, roomId, label, keep]
	);
}

/** A version may be kept of a room that nothing was written to yet. */
function* roomIdFor(room: RoomKey, at: number): Work<number> {
	const known = yield* get<{ id: number }>('SELECT id FROM rooms WHERE key = ?', room);
	if (known) return known.id;
	const workshopId = workshopOf(room);
	const made = yield* get<{ id: number }>(
		`INSERT INTO rooms (key, workshop_id, changed_at)
		SELECT ?, id, CAST(? AS BIGINT) FROM workshops WHERE id = ? RETURNING id`,
		room,
		at,
		workshopId
	);
	if (!made) throw new UnknownWorkshopError(workshopId);
	return made.id;
}

export function* listVersions(room: RoomKey): Work<VersionHeader[]> {
	const rows = yield* all<HeaderRow>(
		`SELECT ${headerColumns} FROM versions JOIN rooms ON rooms.id = room_id
		WHERE key = ? ORDER BY at DESC, versions.rowid DESC`,
		room
	);
	return rows.map((row) => headerOf(room, row));
}

export function* loadVersion(
	room: RoomKey,
	id: string
): Work<(VersionHeader & { state: Uint8Array }) | undefined> {
	const row = yield* get<VersionRow>(
		`SELECT ${headerColumns}, bytes, hash FROM versions JOIN rooms ON rooms.id = room_id
		WHERE key = ? AND versions.id = ?`,
		room,
		id
	);
	if (!row) return undefined;
	checkHash(room, `version ${id}`, row);
	return { ...headerOf(room, row), state: row.bytes };
}

function headerOf(room: RoomKey, row: HeaderRow): VersionHeader {
	return {
		id: row.id,
		room,
		label: row.label,
		name: row.name,
		memberId: row.member_id,
		at: row.at,
		bytes: row.size
	};
}
