import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { passedOn } from './hop.ts';

/** A WebSocket that is to be opened at another node. */
export type PipedSocket = {
	readonly request: IncomingMessage;
	readonly socket: Duplex;
	/** What came behind the head of the request already. */
	readonly head: Buffer;
	readonly to: string;
	readonly extra: readonly (readonly [string, string])[];
	/** Called when the other node did not take it. */
	readonly failed: (reason: string) => void;
	/** Called once when it is over, from whichever side. */
	readonly ended: () => void;
};

/**
 * Lets another node talk with a visitor: bytes go back and forth unread, each side at the pace of the
 * other. When one side is gone the other is too, and the visitor comes back by itself.
 *
 * @returns ends it
 */
export function pipeSocket(piped: PipedSocket): () => void {
	const { request, socket, head, to, extra } = piped;
	const { hostname, port } = new URL(to);
	const owner = connect({ host: hostname, port: Number(port), noDelay: true });
	let over = false;
	const end = () => {
		if (over) return;
		over = true;
		socket.destroy();
		owner.destroy();
		piped.ended();
	};
	owner.once('data', (first) => {
		if (!/^HTTP\/1\.1 101 /.test(first.toString('latin1', 0, 13))) piped.failed('not the owner');
	});
	owner.on('error', (error) => {
		piped.failed(error.message);
		// Before anything else was said this is an answer, after it a broken connection.
		if (owner.bytesRead === 0) socket.end(refusal, end);
		else end();
	});
	owner.on('close', (failed) => {
		if (!failed) end();
	});
	socket.on('close', end);
	socket.on('error', end);
	owner.write(requestHead(request, extra));
	owner.write(head);
	socket.pipe(owner);
	owner.pipe(socket);
	return end;
}

const refusal =
	'HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n';

function requestHead(
	{ method, url, rawHeaders }: IncomingMessage,
	extra: readonly (readonly [string, string])[]
): string {
	const upgrade = [
		['Connection', 'Upgrade'],
		['Upgrade', 'websocket']
	];
	const headers = [...passedOn(rawHeaders), ...upgrade, ...extra];
	const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
	return `${method} ${url} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
