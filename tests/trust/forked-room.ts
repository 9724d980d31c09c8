import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

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
	const given = [parts.directory, String(parts.rounds)];
	// From the root of the repository: not every kind of test knows where its files are.
	const process = fork('tests/trust/room-server.ts', given, { execArgv: [] });
	running.add(process);
	process.once('exit', () => running.delete(process));
	const [port] = (await once(process, 'message')) as [number];
	return { process, port };
}

/** Name of the workshop of a round. */
export function workshopOf(round: number): string {
	return `killed${String(round).padStart(10, '0')}`;
}
