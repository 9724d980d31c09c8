import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebSocket as Socket } from 'ws';
import * as Y from 'yjs';
import { WebSocketServer } from './browser-socket.ts';
import { modifyAwarenessUpdate } from 'y-protocols/awareness';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';

const [syncMessage, awarenessMessage, questionWhoIsHere, acknowledgement] = [0, 1, 3, 64];

/** A room server in one file that speaks the wire of the real one, with its durability in our hands. */
export class SmallServer {
	/** The board; every other room of the address has a document of its own. */
	readonly doc = new Y.Doc();
	readonly session = new Y.Doc();
	port = 0;
	/** While false, a question who is here gets no answer, as when nobody shows that they are. */
	answersPresence = true;
	/** While true, frames are taken in but nothing is committed or acknowledged. */
	storeIsDown = false;
	readonly addresses: string[] = [];
	readonly awarenessFrames: Uint8Array[] = [];
	#held: (() => void)[] = [];
	#stuck: (() => void)[] | undefined;
	#relaysPresence = false;
	readonly #rooms = new Map<Socket, Y.Doc>();
	readonly #http: Server = createServer();
	readonly #sockets = new WebSocketServer({ server: this.#http });
	/** Close codes with which the next connections are refused. */
	readonly refuseWith: number[] = [];

	async start(port = 0): Promise<this> {
		this.#sockets.on('connection', (socket, request) => this.#welcome(socket, request.url ?? ''));
		this.#http.listen(port, '127.0.0.1');
		await once(this.#http, 'listening');
		this.port = (this.#http.address() as AddressInfo).port;
		return this;
	}

	get origin(): string {
		return `ws://127.0.0.1:${this.port}`;
	}

	/** How many frames with edits wait for the store. */
	get heldBack(): number {
		return this.#held.length;
	}

	/** Commits and acknowledges everything that was held back. */
	storeReturns(): void {
		this.storeIsDown = false;
		for (const commit of this.#held.splice(0)) commit();
	}

	/** Lets nothing through to the clients, like a cable that was pulled; no socket notices. */
	pullCable(): void {
		this.#stuck = [];
	}

	/** Lets everything through that was under way. */
	plugIn(): void {
		for (const deliver of this.#stuck ?? []) deliver();
		this.#stuck = undefined;
	}

	/** Changes the session as the server does on a command, and tells everybody. */
	decide(change: (document: Y.Doc) => void): void {
		const before = Y.encodeStateVector(this.session);
		change(this.session);
		const update = Y.encodeStateAsUpdate(this.session, before);
		const frame = framed((encoder) => writeUpdate(encoder, update));
		for (const [socket, room] of this.#rooms) if (room === this.session) socket.send(frame);
	}

	/** Says something to everybody as another member would have it broadcast. */
	broadcast(frame: Uint8Array, except?: Socket): void {
		const room = except && this.#rooms.get(except);
		for (const socket of this.#sockets.clients) {
			if (socket !== except && (!room || this.#rooms.get(socket) === room)) socket.send(frame);
		}
	}

	/** From now on tells everybody who else is here, as the real server does. */
	relayPresence(): void {
		this.#relaysPresence = true;
	}

	async stop(): Promise<void> {
		for (const socket of this.#sockets.clients) socket.terminate();
		this.#sockets.close();
		this.#http.close();
		if (this.#http.listening) await once(this.#http, 'close');
	}

	#welcome(socket: Socket, address: string): void {
		this.addresses.push(address);
		const room = address.includes('/session?') ? this.session : this.doc;
		this.#rooms.set(socket, room);
		const refusal = this.refuseWith.shift();
		if (refusal !== undefined) return socket.close(refusal);
		let counted = 0;
		const say = (frame: Uint8Array) => {
			if (this.#stuck) this.#stuck.push(() => socket.send(frame));
			else socket.send(frame);
		};
		socket.on('message', (data: Buffer) => {
			const frame = new Uint8Array(data);
			if (frame[0] === questionWhoIsHere) {
				return this.answersPresence ? say(Uint8Array.of(awarenessMessage, 1, 0)) : undefined;
			}
			if (frame[0] === awarenessMessage) return this.#hearPresence(frame, socket);
			const carries = frame[1] === 1 || frame[1] === 2;
			const commit = () => {
				const answer = this.#take(frame, socket);
				if (answer) say(answer);
				if (carries) say(acknowledge(++counted));
			};
			if (this.storeIsDown && carries) this.#held.push(commit);
			else commit();
		});
		say(framed((encoder) => writeSyncStep1(encoder, room)));
	}

	#hearPresence(frame: Uint8Array, from: Socket): void {
		this.awarenessFrames.push(frame);
		if (!this.#relaysPresence) return;
		const decoder = decoding.createDecoder(frame);
		decoding.readVarUint(decoder);
		const stamped = modifyAwarenessUpdate(decoding.readVarUint8Array(decoder), stamp);
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, awarenessMessage);
		encoding.writeVarUint8Array(encoder, stamped);
		this.broadcast(encoding.toUint8Array(encoder), from);
	}

	#take(frame: Uint8Array, socket: Socket): Uint8Array | undefined {
		const decoder = decoding.createDecoder(frame);
		decoding.readVarUint(decoder);
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, syncMessage);
		readSyncMessage(decoder, encoder, this.#rooms.get(socket) ?? this.doc, socket);
		if (frame[1] === 2) this.broadcast(frame, socket);
		return encoding.length(encoder) > 1 ? encoding.toUint8Array(encoder) : undefined;
	}
}

/** Keeps what a client may say of itself and adds who it is. */
function stamp(state: { editing?: unknown } | null): unknown {
	const user = { name: null, role: 'participant', colour: 0 };
	return state && { cursor: null, editing: state.editing ?? null, user };
}

function framed(write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, syncMessage);
	write(encoder);
	return encoding.toUint8Array(encoder);
}

function acknowledge(count: number): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, acknowledgement);
	encoding.writeVarUint(encoder, count);
	return encoding.toUint8Array(encoder);
}
