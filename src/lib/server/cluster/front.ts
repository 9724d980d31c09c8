import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../log.ts';
import { arrivalOf, hopHeaders } from './hop.ts';
import type { Node } from './lease-table.ts';
import { createAgent, pipeRequest, tryLater } from './pipe-request.ts';
import { pipeSocket } from './pipe-socket.ts';
import { workshopOf } from './workshop-of.ts';

/** What a front works with. */
export type FrontParts = {
	/** What other nodes show when they pass something on to this one. */
	readonly secret: string;
	readonly behindProxy: boolean;
	/** Who answers for a workshop: another node, or undefined for this one. */
	readonly whereIs: (workshopId: string) => Promise<Node | undefined>;
	/** Called when a node turns out not to answer for a workshop. */
	readonly misled: (workshopId: string) => void;
	readonly log: Pick<Log, 'warn'>;
};

/** Stands before the application, and passes on what belongs to another node. */
export class Front {
	/** Sockets of visitors that are passed on now, and were in all. */
	readonly #piped = new Map<() => void, string>();
	#passed = { sockets: 0, requests: 0 };
	/** Addresses of nodes that were complained of in the log since the last renewal. */
	readonly #complained = new Set<string>();
	readonly #agent = createAgent();
	readonly #parts: FrontParts;

	constructor(parts: FrontParts) {
		this.#parts = parts;
	}

	/** Counts for metrics. */
	get figures(): { readonly piped: number; readonly sockets: number; readonly requests: number } {
		return { piped: this.#piped.size, ...this.#passed };
	}

	/** @returns false when this node has to answer it itself; never rejects */
	async request(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
		const route = await this.#route(request);
		if (route === 'here') return false;
		if (route === 'nowhere' || route === 'moved') {
			tryLater(response, route === 'moved' ? 421 : 503);
			return true;
		}
		this.#passed.requests += 1;
		const { owner, workshopId } = route;
		pipeRequest({
			...{ request, response, to: owner.address, agent: this.#agent },
			extra: hopHeaders(request, { owner, behindProxy: this.#parts.behindProxy }),
			failed: (reason) => this.#failed(workshopId, owner, reason)
		});
		return true;
	}

	/** @returns false when this node has to take the socket itself; never rejects */
	async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<boolean> {
		const early = () => socket.destroy();
		socket.on('error', early);
		const route = await this.#route(request);
		socket.off('error', early);
		if (route === 'here') return false;
		if (route === 'nowhere' || route === 'moved') {
			const status = route === 'moved' ? '421 Misdirected Request' : '503 Service Unavailable';
			socket.on('error', early);
			socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
			return true;
		}
		this.#passed.sockets += 1;
		const { owner, workshopId } = route;
		const end = pipeSocket({
			...{ request, socket, head, to: owner.address },
			extra: hopHeaders(request, { owner, behindProxy: this.#parts.behindProxy }),
			failed: (reason) => this.#failed(workshopId, owner, reason),
			ended: () => this.#piped.delete(end)
		});
		this.#piped.set(end, owner.node);
		return true;
	}

	/** Ends what is passed on to nodes that are no more; who is at the other end comes back. */
	keepOnly(alive: ReadonlySet<string>): void {
		this.#complained.clear();
		for (const [end, node] of this.#piped) if (!alive.has(node)) end();
	}

	stop(): void {
		for (const end of this.#piped.keys()) end();
		this.#agent.destroy();
	}

	/** At most one hop: what another node passed on is answered here or not at all. */
	async #route(
		request: IncomingMessage
	): Promise<'here' | 'nowhere' | 'moved' | { readonly owner: Node; readonly workshopId: string }> {
		const arrival = arrivalOf(request.headers, this.#parts.secret);
		if (arrival === 'stranger') return 'moved';
		const workshopId = workshopOf(request.url);
		if (workshopId === undefined) return 'here';
		try {
			const owner = await this.#parts.whereIs(workshopId);
			if (!owner) return 'here';
			return arrival === 'node' ? 'moved' : { owner, workshopId };
		} catch (error) {
			const reason = error instanceof Error ? error.message : typeof error;
			this.#parts.log.warn({ reason }, 'The owner of a workshop could not be found.');
			return 'nowhere';
		}
	}

	#failed(workshopId: string, { address }: Node, reason: string): void {
		this.#parts.misled(workshopId);
		if (this.#complained.has(address)) return;
		this.#complained.add(address);
		this.#parts.log.warn({ address, reason }, 'Another node did not take what was passed on.');
	}
}
