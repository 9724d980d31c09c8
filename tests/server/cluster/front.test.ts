import { once } from 'node:events';
import { createServer, request as ask, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Front } from '#lib/server/cluster/front.ts';
import type { Node } from '#lib/server/cluster/lease-table.ts';
import { createLog } from '#lib/server/log.ts';
import { until } from '../rooms/support/until.ts';

const secret = 'the secret of the owner';
const undo: (() => void)[] = [];

afterEach(() => {
	for (const one of undo.splice(0).reverse()) one();
});

async function listen(server: Server): Promise<string> {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	undo.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Answer = Parameters<typeof createServer>[1] & object;

/** A node: a front, and what answers when the front leaves something to it. */
async function node(
	whereIs: (workshopId: string) => Promise<Node | undefined>,
	answer: Answer = (_, response) => response.end('here')
) {
	const misled: string[] = [];
	const front = new Front({
		...{ secret, behindProxy: false, whereIs, log: createLog('silent') },
		misled: (workshopId) => misled.push(workshopId)
	});
	undo.push(() => front.stop());
	const sockets = new WebSocketServer({ noServer: true });
	const server = createServer(async (request, response) => {
		if (!(await front.request(request, response))) answer(request, response);
	});
	server.on('upgrade', async (request, socket, head) => {
		if (await front.upgrade(request, socket, head)) return;
		sockets.handleUpgrade(request, socket, head, (open) => {
			open.on('message', (data, isBinary) => open.send(data, { binary: isBinary }));
			open.send(`you are ${request.headers['tegenwicht-client']}`);
		});
	});
	return { front, misled, sockets, address: await listen(server) };
}

const here = () => Promise.resolve(undefined);
const at =
	(address: string, name = 'owner', shown = secret) =>
	() =>
		Promise.resolve({ node: name, address, secret: shown });

/** Two nodes, of which the second owns everything. */
async function pair(answer?: Answer) {
	const owner = await node(here, answer);
	return { owner, other: await node(at(owner.address)) };
}

async function talk(address: string) {
	const socket = new WebSocket(`${address.replace('http', 'ws')}/sync/w1/board`);
	undo.push(() => socket.terminate());
	const heard: Buffer[] = [];
	socket.on('message', (data: Buffer) => heard.push(data));
	socket.on('error', () => undefined);
	await new Promise<void>((settled) => {
		socket.on('open', () => settled());
		socket.on('close', () => settled());
	});
	return { socket, heard };
}

test('the owner answers through another node as if it was asked itself, with status, headers and body', async () => {
	const { other } = await pair((request, response) => {
		const parts: Buffer[] = [];
		request.on('data', (part: Buffer) => parts.push(part));
		request.on('end', () => {
			response.writeHead(201, [...['set-cookie', 'a=1'], ...['set-cookie', 'b=2']]);
			const { method, url, headers } = request;
			response.end(`${method} ${url} ${headers.cookie} ${Buffer.concat(parts)}`);
		});
	});
	const answer = await fetch(`${other.address}/api/workshops/w1/commands?x=1`, {
		...{ method: 'POST', body: 'x'.repeat(200_000), headers: { cookie: 'me' } }
	});
	expect(answer.status).toBe(201);
	expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
	expect(await answer.text()).toBe(`POST /api/workshops/w1/commands?x=1 me ${'x'.repeat(200_000)}`);
	expect(other.front.figures.requests).toBe(1);
});

test('a stream of events stays a stream, and ends at the owner when the reader goes', async () => {
	const streams: ServerResponse[] = [];
	const { other } = await pair((_, response) => {
		response.writeHead(200, { 'content-type': 'text/event-stream' });
		response.write('data: 1\n\n');
		streams.push(response);
	});
	const leaving = new AbortController();
	const answer = await fetch(`${other.address}/api/workshops/w1/session/events`, {
		signal: leaving.signal
	});
	const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
	expect((await reader.read()).value).toBe('data: 1\n\n');
	streams[0]!.write('data: 2\n\n');
	expect((await reader.read()).value).toBe('data: 2\n\n');
	const gone = once(streams[0]!, 'close');
	leaving.abort();
	await gone;
});

test('who reads slowly slows down the owner and not the memory of the node in between', async () => {
	let written = 0;
	const { other } = await pair((_, response) => {
		const piece = Buffer.alloc(256 * 1024);
		const write = () => {
			while (written < 400 * piece.length) {
				written += piece.length;
				if (!response.write(piece)) {
					response.once('drain', write);
					return;
				}
			}
			response.end();
		};
		write();
	});
	const asked = ask(`${other.address}/api/workshops/w1/file`).end();
	const [answer] = await once(asked, 'response');
	answer.pause();
	let before = -1;
	await until(() => {
		const still = written === before;
		before = written;
		return still && written > 0;
	}, 'the owner waits');
	expect(written).toBeLessThan(60 * 1024 * 1024);
	answer.resume();
	await once(answer, 'end');
	expect(written).toBe(400 * 256 * 1024);
});

test('a socket is passed on both ways, and its visitor is known to the owner', async () => {
	const { owner, other } = await pair();
	const { socket, heard } = await talk(other.address);
	await until(() => heard.length === 1, 'the owner says who this is');
	expect(String(heard[0])).toBe('you are 127.0.0.1');
	const large = Buffer.alloc(3_000_000, 7);
	socket.send(large);
	await until(() => heard.length === 2, 'all of it comes back');
	expect(heard[1]!.equals(large)).toBe(true);
	expect(other.front.figures).toMatchObject({ piped: 1, sockets: 1 });
	const [atOwner] = owner.sockets.clients;
	expect(atOwner).toBeDefined();
	const closed = once(socket, 'close');
	atOwner!.close(4500, 'later');
	expect((await closed)[0]).toBe(4500);
	await until(() => other.front.figures.piped === 0, 'nothing is passed on any more');
});

test('a visitor who leaves leaves the owner too', async () => {
	const { owner, other } = await pair();
	const { socket } = await talk(other.address);
	await until(() => owner.sockets.clients.size === 1, 'they are in');
	socket.terminate();
	await until(() => owner.sockets.clients.size === 0, 'they are gone');
});

test('sockets that are passed on to a node that is no more are ended, others stay', async () => {
	const { other } = await pair();
	const { socket } = await talk(other.address);
	other.front.keepOnly(new Set(['owner']));
	expect(other.front.figures.piped).toBe(1);
	const closed = once(socket, 'close');
	other.front.keepOnly(new Set(['somebody else']));
	await closed;
	expect(other.front.figures.piped).toBe(0);
});

test('an owner that can not be reached is "try again soon", and is looked up anew', async () => {
	const vacant = createServer();
	const address = await listen(vacant);
	vacant.close();
	const other = await node(at(address));
	const answer = await fetch(`${other.address}/api/workshops/w1/session`);
	expect(answer.status).toBe(503);
	expect(answer.headers.get('retry-after')).toBe('1');
	expect((await answer.json()).error.code).toBe('try-later');
	const { socket } = await talk(other.address);
	expect(socket.readyState).toBe(WebSocket.CLOSED);
	expect(other.misled).toEqual(['w1', 'w1']);
});

test('what was passed on once is not passed on again: two nodes that point at each other do not loop', async () => {
	let second = '';
	const first = await node(() => at(second)());
	const other = await node(at(first.address));
	second = other.address;
	const answer = await fetch(`${other.address}/api/workshops/w1/session`);
	expect(answer.status).toBe(503);
	const { socket } = await talk(other.address);
	expect(socket.readyState).toBe(WebSocket.CLOSED);
	expect(other.misled).toEqual(['w1', 'w1']);
	expect(first.front.figures).toEqual({ piped: 0, sockets: 0, requests: 0 });
});

test('nobody can say that they are another node, or who somebody is', async () => {
	const seen: unknown[] = [];
	const { owner } = await pair((request, response) => {
		seen.push(request.headers['tegenwicht-client'] ?? 'nobody');
		response.end();
	});
	const url = `${owner.address}/api/workshops/w1/session`;
	await fetch(url, { headers: { 'tegenwicht-client': '10.0.0.1' } });
	expect(seen).toEqual(['nobody']);
	const hop = { 'tegenwicht-hop': 'a guess', 'tegenwicht-client': '10.0.0.1' };
	expect((await fetch(url, { headers: hop })).status).toBe(421);
	const real = { 'tegenwicht-hop': secret, 'tegenwicht-client': '10.0.0.1' };
	await fetch(url, { headers: real });
	expect(seen).toEqual(['nobody', '10.0.0.1']);
});

test('what names no workshop is answered where it comes in', async () => {
	const { other } = await pair();
	for (const path of [
		'/',
		'/healthz',
		'/api/join',
		'/api/workshops',
		'/w/w1/arena',
		'/api/workshopsx/w1'
	]) {
		expect(await (await fetch(other.address + path)).text()).toBe('here');
	}
});

test('when nobody can tell who the owner is, nothing is answered in its place', async () => {
	const lost = await node(() => Promise.reject(new Error('no database')));
	expect((await fetch(`${lost.address}/api/workshops/w1/session`)).status).toBe(503);
	expect(await (await fetch(`${lost.address}/healthz`)).text()).toBe('here');
});

test('a visitor who breaks off while the owner is looked up does no harm', async () => {
	let answer: ((node: undefined) => void) | undefined;
	const slow = await node(() => new Promise((found) => (answer = found)));
	const { port } = new URL(slow.address);
	const socket = connect(Number(port), '127.0.0.1');
	socket.write(
		'GET /sync/w1/board HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
	);
	await until(() => answer !== undefined, 'the owner is looked up');
	socket.resetAndDestroy();
	await once(socket, 'close');
	answer!(undefined);
	expect(await (await fetch(`${slow.address}/healthz`)).text()).toBe('here');
});
