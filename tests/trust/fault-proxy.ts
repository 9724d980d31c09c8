import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** `up` is from a client to the server, `down` is back. */
type Way = 'up' | 'down';

/** What the network does with the bytes that go one way. */
export type Fault =
	/** Each piece arrives so many milliseconds later, give or take a third, in order. */
	| { readonly kind: 'delay'; readonly milliseconds: number }
	/** Nothing arrives until the fault is over; then everything does. */
	| { readonly kind: 'stall' }
	/** Bytes are taken in and gone: a connection that lost some never works again. */
	| { readonly kind: 'black-hole' }
	/** So many bytes a second are taken from the sender, which has to keep the rest. */
	| { readonly kind: 'slow'; readonly bytesPerSecond: number };

type Line = {
	readonly ends: readonly [Socket, Socket];
	/** Bytes were lost, and TCP would never have left any out. */
	holed: boolean;
	/** Lets go on what waits for the end of a fault. */
	readonly resume: Record<Way, (() => void)[]>;
};

const slowPiece = 50;

/**
 * A piece of network between clients and a server, on real sockets, that can be told to fail.
 *
 * It reads from a sender only when the receiver has taken what came before, as a network does, so that
 * a slow reader is felt by the sender.
 */
export class FaultProxy {
	readonly #server: Server;
	readonly #lines = new Set<Line>();
	readonly #faults: Partial<Record<Way, Fault>> = {};
	/** Port on this machine where the server is. */
	target: number;
	/** Connections that were made through it. */
	connections = 0;
	/** While true, every new connection is reset at once. */
	#refusing = false;

	private constructor(target: number) {
		this.target = target;
		this.#server = createServer({ allowHalfOpen: true }, (client) => this.#join(client));
	}

	static async before(target: number): Promise<FaultProxy> {
		const proxy = new FaultProxy(target);
		proxy.#server.listen(0, '127.0.0.1');
		await once(proxy.#server, 'listening');
		return proxy;
	}

	get port(): number {
		return (this.#server.address() as AddressInfo).port;
	}

	/** From now on a fault acts on the bytes that go one way, also of connections that are open. */
	fail(way: Way, fault: Fault): void {
		this.#faults[way] = fault;
	}

	/** Ends every connection as a crashed machine does, and refuses new ones when asked to. */
	reset({ andRefuse = false } = {}): void {
		this.#refusing = andRefuse;
		for (const { ends } of this.#lines) for (const end of ends) end.resetAndDestroy();
	}

	/**
	 * The network is well again. Connections that lost bytes are reset, unless these are to stay dead
	 * without a word, as behind a router that has forgotten them.
	 */
	heal({ andReset = true } = {}): void {
		this.#refusing = false;
		delete this.#faults.up;
		delete this.#faults.down;
		for (const line of this.#lines) {
			if (line.holed && andReset) for (const end of line.ends) end.resetAndDestroy();
			for (const way of ['up', 'down'] as const) {
				for (const go of line.resume[way].splice(0)) go();
			}
		}
	}

	async close(): Promise<void> {
		for (const { ends } of this.#lines) for (const end of ends) end.destroy();
		this.#server.close();
		await once(this.#server, 'close');
	}

	#join(client: Socket): void {
		this.connections += 1;
		if (this.#refusing) return void client.resetAndDestroy();
		const server = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
		const line: Line = { ends: [client, server], holed: false, resume: { up: [], down: [] } };
		this.#lines.add(line);
		for (const end of line.ends) {
			end.setNoDelay(true);
			end.on('error', () => line.ends.forEach((one) => one.destroy()));
			end.on('close', () => this.#end(line));
		}
		void this.#carry(line, 'up', client, server);
		void this.#carry(line, 'down', server, client);
	}

	#end(line: Line): void {
		for (const end of line.ends) end.destroy();
		this.#lines.delete(line);
		for (const way of ['up', 'down'] as const) for (const go of line.resume[way].splice(0)) go();
	}

	/** Takes a piece, does to it what the fault of the moment says, and only then takes the next. */
	async #carry(line: Line, way: Way, from: Socket, to: Socket): Promise<void> {
		try {
			for await (const piece of from as AsyncIterable<Buffer>)
				await this.#pass(line, way, piece, to);
			if (!line.holed) to.end();
		} catch {
			this.#end(line);
		}
	}

	async #pass(line: Line, way: Way, piece: Buffer, to: Socket): Promise<void> {
		const fault = this.#faults[way];
		if (line.holed || fault?.kind === 'black-hole') {
			line.holed = true;
			return;
		}
		if (fault?.kind === 'slow') return this.#trickle(line, way, piece, to);
		if (fault?.kind === 'delay') await pause(fault.milliseconds * (0.67 + 0.66 * Math.random()));
		if (fault?.kind === 'stall') await new Promise<void>((go) => line.resume[way].push(go));
		await written(to, piece);
	}

	async #trickle(line: Line, way: Way, piece: Buffer, to: Socket): Promise<void> {
		for (let from = 0; from < piece.length && this.#lines.has(line);) {
			const fault = this.#faults[way];
			const size = fault?.kind === 'slow' ? (fault.bytesPerSecond * slowPiece) / 1000 : Infinity;
			const until = Math.min(piece.length, from + Math.max(1, Math.floor(size)));
			if (until < piece.length || fault?.kind === 'slow') await pause(slowPiece);
			await written(to, piece.subarray(from, until));
			from = until;
		}
	}
}

async function written(to: Socket, piece: Buffer): Promise<void> {
	if (to.destroyed || to.write(piece)) return;
	await new Promise<void>((go) => {
		to.once('drain', go);
		to.once('close', go);
	});
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((done) => setTimeout(done, milliseconds));
}
