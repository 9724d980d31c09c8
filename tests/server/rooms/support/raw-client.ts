import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Guest, Hall } from './hall.ts';
import { until } from './until.ts';

/** Milliseconds that a server on a crowded machine may take to answer. */
const patience = 30_000;

type Heard = { readonly states: Record<string, unknown>[]; readonly ids: number[] };

/** A client that sends exactly the frames a test tells it to, and writes down what it hears. */
export class RawClient {
	readonly doc = new Y.Doc();
	readonly socket: WebSocket;
	/** Updates in the order they came, step 2 included. */
	readonly updates: Uint8Array[] = [];
	readonly acks: number[] = [];
	readonly awareness: Heard[] = [];
	/** What the server said that it has, as a state vector; undefined before it did. */
	serverHas: Uint8Array | undefined;
	stepOnes = 0;
	stepTwos = 0;
	closeCode: number | undefined;

	constructor(
		hall: Pick<Hall, 'syncAddress'>,
		guest: Pick<Guest, 'headers'>,
		{ room = 'board', query = '?ack=1' } = {}
	) {
		this.socket = new WebSocket(`${hall.syncAddress}/${room}${query}`, { headers: guest.headers });
		this.socket.binaryType = 'nodebuffer';
		this.socket.on('message', (data: Buffer) => this.#hear(new Uint8Array(data)));
		this.socket.on('close', (code) => (this.closeCode = code));
		this.socket.on('error', () => undefined);
	}

	/** Connects and waits until the server has asked what this client has. */
	static async open(...parts: ConstructorParameters<typeof RawClient>): Promise<RawClient> {
		const client = new RawClient(...parts);
		await until(() => client.stepOnes > 0, 'the server asks what the client has', patience);
		return client;
	}

	/** Connects and gets the document, as a stock client does. */
	static async synced(...parts: ConstructorParameters<typeof RawClient>): Promise<RawClient> {
		const client = await RawClient.open(...parts);
		client.sendStepOne();
		client.sendStepTwo(Uint8Array.of(0, 0));
		await until(() => client.stepTwos > 0, 'the document comes', patience);
		return client;
	}

	send(...parts: (number | Uint8Array)[]): void {
		const encoder = encoding.createEncoder();
		for (const part of parts) {
			if (typeof part === 'number') encoding.writeVarUint(encoder, part);
			else encoding.writeVarUint8Array(encoder, part);
		}
		this.socket.send(encoding.toUint8Array(encoder));
	}

	sendStepOne(): void {
		this.send(0, 0, Y.encodeStateVector(this.doc));
	}

	sendStepTwo(update: Uint8Array): void {
		this.send(0, 1, update);
	}

	sendUpdate(update: Uint8Array): void {
		this.send(0, 2, update);
	}

	/** Sends states under ids, each with a clock, as one awareness message. */
	sendStates(...states: { id: number; clock: number; state: unknown }[]): void {
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, states.length);
		for (const { id, clock, state } of states) {
			encoding.writeVarUint(encoder, id);
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarString(encoder, JSON.stringify(state));
		}
		this.send(1, encoding.toUint8Array(encoder));
	}

	/** Does something to the document here and gives the update that it amounts to. */
	write(work: (doc: Y.Doc) => void): Uint8Array {
		let written: Uint8Array = Uint8Array.of(0, 0);
		const listen = (update: Uint8Array) => (written = update);
		this.doc.on('update', listen);
		this.doc.transact(() => work(this.doc));
		this.doc.off('update', listen);
		return written;
	}

	/** Everything that it has, as it would say to a server that has nothing. */
	everything(): Uint8Array {
		return Y.encodeStateAsUpdate(this.doc);
	}

	/** Writes and sends it. */
	edit(work: (doc: Y.Doc) => void): void {
		this.sendUpdate(this.write(work));
	}

	/** Waits until the server closes and gives the code. */
	async closed(): Promise<number> {
		await until(() => this.closeCode !== undefined, 'the server closes');
		return this.closeCode as number;
	}

	async leave(): Promise<void> {
		if (this.socket.readyState === WebSocket.CLOSED) return;
		this.socket.terminate();
		if (this.closeCode === undefined) await once(this.socket, 'close');
	}

	#hear(frame: Uint8Array): void {
		const decoder = decoding.createDecoder(frame);
		switch (decoding.readVarUint(decoder)) {
			case 0:
				this.#hearSync(decoder);
				break;
			case 1:
				this.awareness.push(readStates(decoding.readVarUint8Array(decoder)));
				break;
			case 64:
				this.acks.push(decoding.readVarUint(decoder));
		}
	}

	#hearSync(decoder: decoding.Decoder): void {
		const kind = decoding.readVarUint(decoder);
		const content = decoding.readVarUint8Array(decoder);
		if (kind === 0) {
			this.stepOnes += 1;
			this.serverHas = content;
			return;
		}
		if (kind === 1) this.stepTwos += 1;
		this.updates.push(content);
		Y.applyUpdate(this.doc, content);
	}
}

function readStates(encoded: Uint8Array): Heard {
	const decoder = decoding.createDecoder(encoded);
	const heard: Heard = { states: [], ids: [] };
	for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
		heard.ids.push(decoding.readVarUint(decoder));
		decoding.readVarUint(decoder);
		heard.states.push(JSON.parse(decoding.readVarString(decoder)));
	}
	return heard;
}
