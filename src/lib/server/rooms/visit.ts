import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Log } from '../log.ts';
import type { Admission, Member } from '../access/member.ts';
import { Connection } from './connection.ts';
import type { Counters } from './figures.ts';
import { Refused, type CloseCode } from './gate/refusal.ts';
import type { Limits } from './limits.ts';
import { readMessage } from './protocol.ts';
import type { Room } from './room.ts';
import type { Address } from './sockets.ts';
import { TryLaterError } from './try-later.ts';

/** Decides who somebody is and whether they may come in, from cookie and origin. */
export type Admit = (
	request: IncomingMessage,
	workshopId: string,
	room: string
) => Promise<Admission>;

/** What a visit works with. */
export type VisitParts = {
	readonly admit: Admit;
	readonly open: (address: Address) => Promise<Room>;
	readonly mayWrite: (member: Member, room: string) => boolean;
	readonly log: Pick<Log, 'warn' | 'error'>;
	readonly counters: Counters;
	/** How many sockets a member has open in a workshop. */
	readonly socketsOf: (workshopId: string, memberId: string) => number;
	readonly limits: Limits;
	readonly now: () => number;
	readonly newId: () => string;
};

/** One socket from its upgrade to its end: who it is, the room it comes into, what it says. */
export class Visit {
	readonly address: Address;
	/** False once the server stops listening; what is said then was never acknowledged. */
	listening = true;
	readonly #webSocket: WebSocket;
	readonly #stream: Duplex;
	readonly #parts: VisitParts;
	readonly #inbox: Buffer[] = [];
	#inboxBytes = 0;
	#connection: Connection | undefined;
	#room: Room | undefined;
	#closed = false;
	#doubtful = false;

	constructor(
		{ webSocket, stream, address }: { webSocket: WebSocket; stream: Duplex; address: Address },
		parts: VisitParts
	) {
		this.#webSocket = webSocket;
		this.#stream = stream;
		this.address = address;
		this.#parts = parts;
		webSocket.on('message', (frame, isBinary) => this.#hear(frame as Buffer, isBinary));
		webSocket.on('pong', () => {
			if (this.#connection) this.#connection.unheard = 0;
		});
		stream.on('drain', () => {
			if (this.#connection) this.#room?.catchUp(this.#connection);
		});
	}

	get member(): Member | undefined {
		return this.#connection?.member;
	}

	/** Finds out who it is and lets it into its room; never throws. */
	async begin(request: IncomingMessage): Promise<void> {
		try {
			const member = await this.#admit(request);
			if (!member || this.#closed) return;
			this.#connection = this.#connect(member);
			const room = await this.#parts.open(this.address);
			if (!this.#closed) this.#enter(room, this.#connection);
		} catch (error) {
			if (!(error instanceof TryLaterError)) {
				this.#parts.log.error({ reason: nameOf(error) }, 'A room could not be opened.');
			}
			this.close(4500, 'later');
		}
	}

	/** What it was told about its rights may be out of date: it is asked for again. */
	doubt(): void {
		this.#doubtful = true;
	}

	close(code: CloseCode, reason: string): void {
		if (this.#closed) return;
		this.#closed = true;
		this.#inbox.length = 0;
		if (this.#connection) this.#connection.close(code, reason);
		else this.#webSocket.close(code, reason);
		this.#webSocket.resume();
	}

	/** The socket is gone. */
	end(): void {
		this.#closed = true;
		this.#inbox.length = 0;
		if (!this.#connection) return;
		this.#connection.closed = true;
		this.#room?.leave(this.#connection);
	}

	terminate(): void {
		this.#closed = true;
		this.#webSocket.terminate();
	}

	async #admit(request: IncomingMessage): Promise<Member | undefined> {
		const { workshopId, room } = this.address;
		for (;;) {
			this.#doubtful = false;
			const admission = await this.#parts.admit(request, workshopId, room);
			// Somebody was put out while this was being looked up.
			if (this.#doubtful && !this.#closed) continue;
			const refusal = this.#refusalOf(admission);
			if (!('refuse' in admission) && !refusal) return admission.member;
			if (refusal) this.close(...refusal);
			return undefined;
		}
	}

	/** A copy of before a backup was put back must not be mixed in, nor too many sockets kept. */
	#refusalOf(admission: Admission): [CloseCode, string] | undefined {
		if ('refuse' in admission) return [admission.refuse, admission.reason];
		const { epoch, workshopId } = this.address;
		if (epoch !== undefined && epoch !== admission.epoch) return [4403, 'epoch'];
		const { limits, socketsOf } = this.#parts;
		const open = socketsOf(workshopId, admission.member.id);
		return open >= limits.socketsPerMember ? [4429, 'sockets'] : undefined;
	}

	#connect(member: Member): Connection {
		const { limits, now, newId, mayWrite } = this.#parts;
		return new Connection({
			...{ member, limits },
			id: newId(),
			webSocket: this.#webSocket,
			stream: this.#stream,
			mayWrite: mayWrite(member, this.address.room),
			wantsAcks: this.address.acks,
			now: now()
		});
	}

	#enter(room: Room, connection: Connection): void {
		this.#room = room;
		room.join(connection);
		for (const frame of this.#inbox.splice(0)) this.#receive(frame, { room, connection });
		this.#webSocket.resume();
	}

	#hear(frame: Buffer, isBinary: boolean): void {
		if (this.#closed || !this.listening) return;
		if (!isBinary) {
			this.#refuse(new Refused('text'));
		} else if (this.#room && this.#connection) {
			this.#receive(frame, { room: this.#room, connection: this.#connection });
		} else {
			this.#inbox.push(frame);
			this.#inboxBytes += frame.length;
			if (this.#inboxBytes > this.#parts.limits.largestInbox) this.#webSocket.pause();
		}
	}

	#receive(frame: Buffer, { room, connection }: { room: Room; connection: Connection }): void {
		if (connection.closed) return;
		connection.unheard = 0;
		try {
			const message = readMessage(frame);
			// Awareness has a bucket of its own: too much of it is no reason to close.
			const counts = message.kind !== 'awareness';
			if (counts && !connection.messages.take(this.#parts.now())) {
				throw new Refused('messages', 4429);
			}
			room.receive(connection, message);
		} catch (error) {
			this.#refuse(error);
		}
	}

	#refuse(error: unknown): void {
		const { counters, log } = this.#parts;
		const { code, rule } =
			error instanceof Refused ? error.refusal : { code: 4400 as const, rule: nameOf(error) };
		counters.refused(rule);
		const { workshopId, room } = this.address;
		log.warn({ rule, room: `${workshopId}/${room}` }, 'A frame was refused.');
		this.close(code, rule);
	}
}

function nameOf(error: unknown): string {
	return error instanceof Error ? error.name : typeof error;
}
