import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Log } from '../log.ts';
import { isRoom, roomAccess, type RoomAccess } from '../access/access-table.ts';
import type { Member } from '../access/member.ts';
import type { Engine } from './engine.ts';
import type { CloseCode } from './gate/refusal.ts';
import type { Limits } from './limits.ts';
import { createSocketServer, readAddress } from './sockets.ts';
import { Visit, type Admit, type VisitParts } from './visit.ts';

/** What the visitors' side works with. */
export type VisitorsParts = {
	readonly engine: Engine;
	readonly admit: Admit;
	readonly log: Pick<Log, 'warn' | 'error'>;
	readonly limits: Limits;
	readonly now: () => number;
	readonly newId: () => string;
};

/** All sockets, from upgrade to end. */
export class Visitors {
	readonly #visits = new Set<Visit>();
	readonly #parts: VisitorsParts;
	readonly #visitParts: VisitParts;
	readonly #sockets: ReturnType<typeof createSocketServer>;
	#stopping = false;

	constructor(parts: VisitorsParts) {
		const { admit, log, limits, now, newId, engine } = parts;
		this.#parts = parts;
		this.#sockets = createSocketServer(limits);
		this.#visitParts = {
			...{ admit, log, limits, now, newId, mayWrite, counters: engine.counters },
			socketsOf: (workshopId, memberId) => this.#socketsOf(workshopId, memberId),
			open: ({ workshopId, room }) => engine.open(`${workshopId}/${room}`)
		};
	}

	get size(): number {
		return this.#visits.size;
	}

	/** Accepts the socket whatever it wants, so that a refusal can be told with a code. */
	upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
		try {
			if (!request.url?.startsWith('/sync/')) {
				socket.on('error', () => socket.destroy());
				socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
				return;
			}
			this.#sockets.handleUpgrade(request, socket, head, (webSocket) =>
				this.#accept(webSocket, { request, stream: socket })
			);
		} catch (error) {
			const reason = error instanceof Error ? error.name : typeof error;
			this.#parts.log.error({ reason }, 'A socket could not be accepted.');
			socket.destroy();
		}
	}

	/** Ids of the members of a workshop who have a socket open now. */
	present(workshopId: string): Set<string> {
		const ids = new Set<string>();
		for (const { address, member } of this.#visits) {
			if (member && address.workshopId === workshopId) ids.add(member.id);
		}
		return ids;
	}

	closeMembers(workshopId: string, which: (member: Member) => boolean, code: CloseCode): void {
		for (const visit of this.#visits) {
			if (visit.address.workshopId !== workshopId) continue;
			if (!visit.member) visit.doubt();
			else if (which(visit.member)) visit.close(code, 'revoked');
		}
	}

	/** Stops listening to who is in a workshop; they will be sent away. */
	hearNoMore(workshopId: string): void {
		for (const visit of this.#visits) {
			if (visit.address.workshopId === workshopId) visit.listening = false;
		}
	}

	/**
	 * Stops listening, lets what was heard be finished, and closes all sockets.
	 *
	 * @param finish resolves when what was heard is durable or given up
	 */
	async stop(finish: () => Promise<void>): Promise<void> {
		this.#stopping = true;
		for (const visit of this.#visits) visit.listening = false;
		await finish();
		for (const visit of this.#visits) visit.close(4500, 'stopping');
		await this.#allGone();
		for (const visit of this.#visits) visit.terminate();
	}

	#accept(
		webSocket: WebSocket,
		{ request, stream }: { request: IncomingMessage; stream: Duplex }
	): void {
		// Its code was sent by `RoomSocket`; without a listener the error would end the process.
		webSocket.on('error', () => this.#parts.engine.counters.refused('socket'));
		const address = readAddress(request.url);
		if (!address || !isRoom(address.room)) {
			webSocket.close(4403, 'not here');
			return;
		}
		if (this.#stopping || this.#parts.engine.isClosed) {
			webSocket.close(4500, 'later');
			return;
		}
		const visit = new Visit({ webSocket, stream, address }, this.#visitParts);
		this.#visits.add(visit);
		webSocket.on('close', () => {
			this.#visits.delete(visit);
			visit.end();
		});
		void visit.begin(request);
	}

	#socketsOf(workshopId: string, memberId: string): number {
		let count = 0;
		for (const { address, member } of this.#visits) {
			if (member?.id === memberId && address.workshopId === workshopId) count += 1;
		}
		return count;
	}

	async #allGone(): Promise<void> {
		const end = this.#parts.now() + this.#parts.limits.closePatience;
		while (this.#visits.size > 0 && this.#parts.now() < end) {
			await new Promise((done) => setTimeout(done, 10));
		}
	}
}

function mayWrite({ role }: Member, room: string): boolean {
	const row: RoomAccess | undefined = isRoom(room) ? roomAccess[room] : undefined;
	return row?.writes.includes(role) ?? false;
}
