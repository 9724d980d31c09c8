import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Member } from '../access/member.ts';
import { Bucket } from './bucket.ts';
import type { CloseCode } from './gate/refusal.ts';
import type { Update } from './gate/update.ts';
import type { Limits } from './limits.ts';
import { committedFrame } from './protocol.ts';

/** An edit as it came in, read but not judged. */
export type Edit = {
	readonly connection: Connection;
	readonly kind: 'step-2' | 'update';
	readonly bytes: Uint8Array;
	readonly update: Update;
	readonly arrivedAt: number;
};

/** What a connection is made of. */
export type ConnectionParts = {
	readonly id: string;
	readonly webSocket: WebSocket;
	/** The stream under the WebSocket: whole frames are written to it, see `protocol.ts`. */
	readonly stream: Duplex;
	readonly member: Member;
	/** True when this member may change this room. */
	readonly mayWrite: boolean;
	readonly wantsAcks: boolean;
	readonly limits: Limits;
	readonly now: number;
};

/** One socket of one member in one room, and what it was told so far. */
export class Connection {
	readonly id: string;
	readonly member: Member;
	readonly mayWrite: boolean;
	readonly messages: Bucket;
	readonly awareness: Bucket;
	readonly stepOnes: Bucket;
	/** Milliseconds of processor time for its edits. */
	readonly applying: Bucket;
	/** True from its first "what do I miss" on: it has the document and hears what changes. */
	subscribed = false;
	/** True when its step 2 has come, so that nothing older can follow. */
	complete = false;
	/** Edits that wait for something older. */
	readonly held: Edit[] = [];
	/** The id under which its awareness state goes; bound once. */
	presence: number | undefined;
	/** What it had when sending stopped because it reads too slowly; undefined while it keeps up. */
	behind: Uint8Array | undefined;
	/** Rounds of looking after: since it was heard, since it was sent something, since it read. */
	unheard = 0;
	quiet = 0;
	stuck = 0;
	backlog = 0;
	closed = false;
	readonly #webSocket: WebSocket;
	readonly #stream: Duplex;
	readonly #wantsAcks: boolean;
	#committed = 0;

	constructor(parts: ConnectionParts) {
		const { limits, now } = parts;
		this.id = parts.id;
		this.member = parts.member;
		this.mayWrite = parts.mayWrite;
		this.#webSocket = parts.webSocket;
		this.#stream = parts.stream;
		this.#wantsAcks = parts.wantsAcks;
		this.messages = new Bucket(
			{ perSecond: limits.messagesPerSecond, burst: limits.messageBurst },
			now
		);
		this.awareness = new Bucket(
			{ perSecond: limits.awarenessPerSecond, burst: limits.awarenessBurst },
			now
		);
		this.applying = new Bucket({ perSecond: limits.applyPerSecond, burst: limits.applyBurst }, now);
		this.stepOnes = new Bucket(
			{ perSecond: limits.stepOnesPerSecond, burst: limits.stepOneBurst },
			now
		);
	}

	/** Bytes that were written for it and not yet taken by the network. */
	get waiting(): number {
		return this.#stream.writableLength;
	}

	/** Sends whole frames in one write; nothing once it is closed. */
	send(...frames: readonly Buffer[]): void {
		// The library may have closed it by itself, and nothing may follow a close frame.
		if (this.closed || this.#webSocket.readyState !== WebSocket.OPEN) return;
		this.quiet = 0;
		if (frames.length > 1) this.#stream.cork();
		for (const frame of frames) this.#stream.write(frame);
		if (frames.length > 1) this.#stream.uncork();
	}

	/** Counts edits of this connection that are committed now, and gives the frame that says so. */
	committed(edits: number): Buffer | undefined {
		this.#committed += edits;
		return this.#wantsAcks && !this.closed ? committedFrame(this.#committed) : undefined;
	}

	ping(): void {
		if (this.#webSocket.readyState === WebSocket.OPEN) this.#webSocket.ping();
	}

	/** Closes with a code that tells the client whether to come back; nothing is sent after it. */
	close(code: CloseCode, reason: string): void {
		if (this.closed) return;
		this.closed = true;
		this.held.length = 0;
		this.#webSocket.close(code, reason);
	}

	/** Lets go of a socket at whose other end nobody reads. */
	terminate(): void {
		this.closed = true;
		this.held.length = 0;
		this.#webSocket.terminate();
	}
}
