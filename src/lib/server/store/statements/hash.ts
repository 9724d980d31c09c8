import { createHash, timingSafeEqual } from 'node:crypto';
import { CorruptRoomError } from '../errors.ts';
import type { RoomKey } from '../rooms.ts';

/** Covers the place as well as the bytes, so that a row that is moved elsewhere is noticed too. */
export function hashOf(room: RoomKey, place: string, bytes: Uint8Array): Uint8Array {
	return createHash('sha256').update(`${room}\n${place}\n`).update(bytes).digest();
}

/** @throws {CorruptRoomError} when the bytes at this place are not those that were written there */
export function checkHash(
	room: RoomKey,
	place: string,
	row: { bytes: Uint8Array; hash: Uint8Array }
): void {
	const expected = hashOf(room, place, row.bytes);
	const same = row.hash.length === expected.length && timingSafeEqual(row.hash, expected);
	if (!same) throw new CorruptRoomError(room, `${place} does not match its hash`);
}
