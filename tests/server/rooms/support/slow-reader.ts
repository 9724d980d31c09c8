import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Guest, Hall } from './hall.ts';

const maskedStepOne = Buffer.from([0x82, 0x84, 0, 0, 0, 0, 0, 0, 1, 0]);

/** A client on a bare connection, which can stop reading as a phone in a tunnel does. */
export class SlowReader {
	readonly doc = new Y.Doc();
	/** Messages with changes, whole documents included. */
	updates = 0;
	ended = false;
	readonly #stream: Socket;
	#bytes = Buffer.alloc(0);
	#welcomed = false;

	constructor(hall: Hall, guest: Guest) {
		const { hostname, port, pathname } = new URL(`${hall.syncAddress}/board`);
		this.#stream = connect({ host: hostname, port: Number(port) });
		this.#stream.on('data', (bytes) => this.#take(bytes as Buffer));
		this.#stream.on('close', () => (this.ended = true));
		this.#stream.on('error', () => (this.ended = true));
		const headers = {
			Host: hall.host,
			Upgrade: 'websocket',
			Connection: 'Upgrade',
			'Sec-WebSocket-Version': '13',
			'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
			...guest.headers
		};
		const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
		this.#stream.write([`GET ${pathname} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
	}

	stopReading(): void {
		this.#stream.pause();
	}

	readOn(): void {
		this.#stream.resume();
	}

	leave(): void {
		this.#stream.destroy();
	}

	#take(bytes: Buffer): void {
		this.#bytes = Buffer.concat([this.#bytes, bytes]);
		if (!this.#welcomed) {
			const end = this.#bytes.indexOf('\r\n\r\n');
			if (end === -1) return;
			this.#bytes = this.#bytes.subarray(end + 4);
			this.#welcomed = true;
			this.#stream.write(maskedStepOne);
		}
		for (let frame = this.#nextFrame(); frame; frame = this.#nextFrame()) this.#hear(frame);
	}

	#nextFrame(): Buffer | undefined {
		const bytes = this.#bytes;
		if (bytes.length < 2) return undefined;
		const short = bytes[1]! & 127;
		const start = short < 126 ? 2 : short === 126 ? 4 : 10;
		if (bytes.length < start) return undefined;
		const length =
			start === 2 ? short : start === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
		if (bytes.length < start + length) return undefined;
		this.#bytes = bytes.subarray(start + length);
		return bytes.subarray(start, start + length);
	}

	#hear(frame: Buffer): void {
		if (frame[0] !== 0 || frame[1] === 0) return;
		const decoder = decoding.createDecoder(new Uint8Array(frame.subarray(2)));
		Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder));
		this.updates += 1;
	}
}
