import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Parts = {
	readonly port: number;
	readonly path: string;
	readonly name: string;
	/** Where the server listens; this machine's first address unless given. */
	readonly host?: string;
	/** What to show at the door; the name unless given. */
	readonly cookie?: string;
	/** Looks into what comes in; others only let it pass, so that the load stays cheap. */
	readonly listen?: (message: Buffer) => void;
};

/** A client on a bare connection that costs next to nothing, so that the server is what is measured. */
export class LightClient {
	readonly name: string;
	readonly welcomed: Promise<void>;
	readonly #stream: Socket;
	readonly #doc = new Y.Doc();
	readonly #record = new Y.Map<unknown>();
	readonly #listen: ((message: Buffer) => void) | undefined;
	#rest: Buffer = Buffer.alloc(0);

	constructor({ port, path, name, listen, host = '127.0.0.1', cookie = name }: Parts) {
		this.name = name;
		this.#listen = listen;
		this.#stream = connect({ host, port, noDelay: true });
		this.#stream.on('error', () => undefined);
		this.#stream.write(handshake({ address: `${host}:${port}`, path, cookie }));
		this.welcomed = new Promise((done, failed) => {
			this.#stream.once('data', (answer: Buffer) => {
				const end = answer.indexOf('\r\n\r\n');
				if (!answer.includes('101 Switching')) failed(new Error(answer.toString()));
				this.#stream.on('data', (bytes: Buffer) => this.#take(bytes));
				this.#take(answer.subarray(end + 4));
				done();
			});
			this.#stream.once('close', () => failed(new Error('The server hung up.')));
		});
	}

	/** Comes in as a y-websocket client does, with a measure of its own. */
	enter(): void {
		this.#send(0, Y.encodeStateVector(new Y.Doc()));
		this.#doc.transact(() => {
			this.#record.set('id', this.name);
			this.#doc.getMap('measures').set(this.name, this.#record);
		});
		this.#send(1, Y.encodeStateAsUpdate(this.#doc));
	}

	/** Changes the title of its measure. */
	write(title: string): void {
		let written: Uint8Array | undefined;
		const listen = (update: Uint8Array) => (written = update);
		this.#doc.on('update', listen);
		this.#record.set('title', title);
		this.#doc.off('update', listen);
		if (written) this.#send(2, written);
	}

	/** Bytes that came in and went out since it connected, on the level of TCP. */
	get traffic(): { readonly received: number; readonly sent: number } {
		return { received: this.#stream.bytesRead, sent: this.#stream.bytesWritten };
	}

	leave(): void {
		this.#stream.destroy();
	}

	#send(kind: number, content: Uint8Array): void {
		const message = encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, 0);
			encoding.writeVarUint(encoder, kind);
			encoding.writeVarUint8Array(encoder, content);
		});
		this.#stream.write(masked(message));
	}

	#take(bytes: Buffer): void {
		if (!this.#listen) return;
		this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
		for (;;) {
			const frame = frameIn(this.#rest);
			if (!frame) return;
			this.#listen(this.#rest.subarray(frame.start, frame.end));
			this.#rest = this.#rest.subarray(frame.end);
		}
	}
}

function handshake({ address, path, cookie }: Record<string, string>): string {
	const headers = {
		Host: address,
		Origin: `http://${address}`,
		Cookie: cookie,
		Upgrade: 'websocket',
		Connection: 'Upgrade',
		'Sec-WebSocket-Version': '13',
		'Sec-WebSocket-Key': randomBytes(16).toString('base64')
	};
	const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}`);
	return [`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

/** A frame masked with zeros, which leaves the bytes as they are. */
function masked(message: Uint8Array): Buffer {
	const long = message.length > 125;
	const head = Buffer.alloc(long ? 8 : 6);
	head[0] = 0x82;
	head[1] = 0x80 | (long ? 126 : message.length);
	if (long) head.writeUInt16BE(message.length, 2);
	return Buffer.concat([head, message]);
}

function frameIn(bytes: Buffer): { start: number; end: number } | undefined {
	if (bytes.length < 2) return undefined;
	const short = (bytes[1] ?? 0) & 127;
	const start = short < 126 ? 2 : short === 126 ? 4 : 10;
	if (bytes.length < start) return undefined;
	const length =
		start === 2 ? short : start === 4 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
	return bytes.length < start + length ? undefined : { start, end: start + length };
}
