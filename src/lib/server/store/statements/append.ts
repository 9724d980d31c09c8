import { UnknownWorkshopError } from '../errors.ts';
import type { LogEntry, RoomKey } from '../rooms.ts';
import { hashOf } from './hash.ts';
import { all, insert, type Value, type Work } from './statement.ts';

type RoomRow = { key: RoomKey; id: number; sequence: number };

type Moment = {
	/** Milliseconds since 1970. */
	readonly at: number;
	/** Rows per statement. */
	readonly atOnce: number;
};

/**
 * Writes entries behind what each room has; the number of statements does not grow with the entries, where
 * a dialect takes many rows at once.
 *
 * @returns the sequence number of the last entry of each room
 */
export function* appendAll(
	entries: readonly LogEntry[],
	{ at, atOnce }: Moment
): Work<Map<RoomKey, number>> {
	const byRoom = Map.groupBy(entries, (entry) => entry.room);
	const rooms = yield* advanceRooms(byRoom, { at, atOnce });
	const log: Value[][] = [];
	const clients: Value[][] = [];
	for (const { key, id, sequence } of rooms) {
		const ofRoom = byRoom.get(key) ?? [];
		ofRoom.forEach(({ memberId, update, newClients }, place) => {
			const number = sequence - ofRoom.length + 1 + place;
			const hash = hashOf(key, `update ${number} by ${memberId ?? 'the server'}`, update);
			log.push([id, number, memberId, at, update, hash]);
			clients.push(...newClients.map((client) => [id, client, memberId]));
		});
	}
	yield* insert('room_log (room_id, sequence, member_id, at, bytes, hash)', log, { atOnce });
	yield* insert('room_clients (room_id, client, member_id)', clients, {
		...{ atOnce, ending: 'ON CONFLICT DO NOTHING' }
	});
	return new Map(rooms.map(({ key, sequence }) => [key, sequence]));
}

/** Numbers the entries of each room; always in the same order, so that two servers never wait for each other. */
function* advanceRooms(
	byRoom: ReadonlyMap<RoomKey, readonly LogEntry[]>,
	{ at, atOnce }: Moment
): Work<RoomRow[]> {
	const keys = [...byRoom.keys()].toSorted();
	const rows: RoomRow[] = [];
	for (let from = 0; from < keys.length; from += atOnce) {
		const some = keys.slice(from, from + atOnce);
		const advanced = yield* all<RoomRow>(
			`WITH asked (key, workshop, entries) AS (VALUES ${some.map(() => asked).join(', ')})
			INSERT INTO rooms (key, workshop_id, sequence, changed_at)
			SELECT asked.key, workshops.id, asked.entries, CAST(? AS BIGINT)
			FROM asked JOIN workshops ON workshops.id = asked.workshop WHERE true ORDER BY asked.key
			ON CONFLICT (key) DO UPDATE
			SET sequence = rooms.sequence + excluded.sequence, changed_at = excluded.changed_at
			RETURNING key, id, sequence`,
			...some.flatMap((key) => [key, workshopOf(key), byRoom.get(key)?.length ?? 0]),
			at
		);
		const missing = some.find((key) => !advanced.some((row) => row.key === key));
		if (missing !== undefined) throw new UnknownWorkshopError(workshopOf(missing));
		rows.push(...advanced);
	}
	return rows;
}

const asked = '(CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS BIGINT))';

/** The workshop that a room belongs to. */
export function workshopOf(room: RoomKey): string {
	return room.slice(0, room.indexOf('/'));
}
