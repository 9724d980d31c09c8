import type { RoomKey } from '../store/rooms.ts';

/** The right of this server to write a workshop, where several share one store. */
export type Lease = {
	readonly epoch: number;
	/** False from the moment that another may have it; never true again. */
	readonly held: boolean;
};

/** Who may write which workshop. Without one everything belongs to this server. */
export type Ownership = {
	/** The lease of a workshop that this server has and may trust now. */
	readonly held: (workshopId: string) => Lease | undefined;
	/**
	 * Gives the lease of a workshop, taken when nobody has it.
	 *
	 * @throws {TryLaterError} when another server has it, or this one may take none now
	 */
	readonly claim: (workshopId: string) => Promise<Lease>;
};

/** The workshop that a room belongs to. */
export function workshopOfRoom(room: RoomKey): string {
	return room.slice(0, room.indexOf('/'));
}
