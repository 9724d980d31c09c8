import { RawClient } from '../server/rooms/support/raw-client.ts';
import { workshopOf, type RoomServer } from './forked-room.ts';

/** Where a client of a workshop of such a server connects to, and as whom. */
export function placeIn({ port }: Pick<RoomServer, 'port'>, round: number, name: string) {
	const headers = { Cookie: name, Origin: `http://127.0.0.1:${port}` };
	return [
		{ syncAddress: `ws://127.0.0.1:${port}/sync/${workshopOf(round)}` },
		{ headers }
	] as const;
}

/** Comes into a workshop, with everything that is in it. */
export function enterRoom(
	server: Pick<RoomServer, 'port'>,
	round: number,
	name: string
): Promise<RawClient> {
	return RawClient.synced(...placeIn(server, round, name));
}
