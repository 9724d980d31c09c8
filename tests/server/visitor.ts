import { WebSocket } from 'ws';
import type { SessionCommand } from '#lib/document/session/commands.ts';
import type { Role } from '#lib/domain/role.ts';

export type Answer = {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** The answer as JSON; undefined when it is something else. A test looks into it as it expects it. */
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each endpoint answers in its own shape
	readonly json: any;
};

/** The answer to a new workshop. */
export type Created = {
	readonly id: string;
	readonly links: Record<Role | 'workspace', string>;
	readonly code: string;
};

/** Somebody with a browser: keeps the cookie and sends the Origin that a page would send. */
export class Visitor {
	readonly #server: string;
	/** Address of the page that makes the requests. */
	readonly origin: string;
	/** Sent with every request, in place of what a browser would send. */
	headers: Record<string, string> = {};
	cookie: string | undefined;

	/**
	 * @param server address that is connected to
	 * @param origin address of the page that makes the requests
	 */
	constructor(server: string, origin: string) {
		this.#server = server;
		this.origin = origin;
	}

	get(path: string): Promise<Answer> {
		return this.request('GET', path);
	}

	post(path: string, body: unknown = {}): Promise<Answer> {
		return this.request('POST', path, JSON.stringify(body));
	}

	put(path: string, body: unknown): Promise<Answer> {
		return this.request('PUT', path, typeof body === 'string' ? body : JSON.stringify(body));
	}

	/** Starts a workshop, of which this visitor is then the facilitator. */
	async start(request: object = {}): Promise<Created> {
		const answer = await this.post('/api/workshops', request);
		if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
		return answer.json;
	}

	/** Joins by a link such as `/join#…`. */
	join(link: string, who: object = {}): Promise<Answer> {
		return this.post('/api/join', { token: tokenOf(link), ...who });
	}

	/** Gives a command in a workshop, with an id of its own unless one is given. */
	command(workshopId: string, command: { type: string; id?: string; [field: string]: unknown }) {
		const id = crypto.randomUUID();
		return this.post(`/api/workshops/${workshopId}/commands`, { id, ...command });
	}

	/** Sends a request; of a stream of events, which has no end, only the first piece is read. */
	async request(method: string, path: string, body?: string): Promise<Answer> {
		const response = await fetch(`${this.#server}${path}`, {
			method,
			body,
			redirect: 'manual',
			headers: {
				origin: this.origin,
				...(body !== undefined && { 'content-type': 'application/json' }),
				...(this.cookie && { cookie: this.cookie }),
				...this.headers
			}
		});
		this.cookie = response.headers.get('set-cookie')?.split(';')[0] ?? this.cookie;
		const text = isEvents(response) ? await firstPiece(response) : await response.text();
		return { status: response.status, headers: response.headers, text, json: parsed(text) };
	}

	/** The same, where the fields must be those of the documented command. */
	give(workshopId: string, command: SessionCommand): Promise<Answer> {
		return this.command(workshopId, command);
	}

	/** Opens the stream of events of a session. */
	async events(workshopId: string): Promise<ReadableStream<Uint8Array>> {
		const path = `${this.#server}/api/workshops/${workshopId}/session/events`;
		const headers = { origin: this.origin, ...(this.cookie && { cookie: this.cookie }) };
		const response = await fetch(path, { headers });
		if (!response.ok || !response.body) throw new Error(`${response.status}`);
		return response.body;
	}

	/** Opens a room's socket, as a page does. */
	socket(workshopId: string, room: 'board' | 'session'): WebSocket {
		const address = `${this.#server.replace('http', 'ws')}/sync/${workshopId}/${room}`;
		return new WebSocket(address, {
			headers: { origin: this.origin, ...(this.cookie && { cookie: this.cookie }) }
		});
	}
}

/** The secret at the end of a link. */
export function tokenOf(link: string): string {
	return link.slice(link.indexOf('#') + 1);
}

/** Resolves with the code with which a socket is closed. */
export function closeCodeOf(socket: WebSocket): Promise<number> {
	return new Promise((resolve, reject) => {
		socket.once('close', resolve);
		socket.once('error', reject);
	});
}

function isEvents({ headers }: Response): boolean {
	return headers.get('content-type')?.startsWith('text/event-stream') ?? false;
}

async function firstPiece({ body }: Response): Promise<string> {
	const reader = body!.getReader();
	const { value } = await reader.read();
	await reader.cancel();
	return new TextDecoder().decode(value);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
