import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { RawClient } from '../server/rooms/support/raw-client.ts';

/** A room server in a process of its own, so that clients here don't slow it down. */
export type RoomServer = { readonly process: ChildProcess; readonly port: number };

const running = new Set<ChildProcess>();

/** Ends the servers that a test which failed left behind. */
export function endRoomServers(): void {
	for (const process of running) process.kill('SIGKILL');
}

/** Starts a room server on a folder, with as many workshops as there are rounds. */
export async function startRoomServer(parts: {
	readonly directory: string;
	readonly rounds: number;
}): Promise<RoomServer> {
	const script = new URL('room-server.ts', import.meta.url);
	const process = fork(script, [parts.directory, String(parts.rounds)], { execArgv: [] });
	running.add(process);
	process.once('exit', () => running.delete(process));
	const [port] = (await once(process, 'message')) as [number];
	return { process, port };
}

/** Where a client of a workshop of such a server connects to, and as whom. */
export function placeIn({ port }: RoomServer, round: number, name: string) {
	const workshop = `killed${String(round).padStart(10, '0')}`;
	const headers = { Cookie: name, Origin: `http://127.0.0.1:${port}` };
	return [{ syncAddress: `ws://127.0.0.1:${port}/sync/${workshop}` }, { headers }] as const;
}

/** Comes into a workshop, with everything that is in it. */
export function enterRoom(server: RoomServer, round: number, name: string): Promise<RawClient> {
	return RawClient.synced(...placeIn(server, round, name));
}
