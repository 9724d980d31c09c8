import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocketServer, type WebSocket } from 'ws';
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { answerUsage, given } from './rooms/child.ts';

/**
 * What ours is compared with: a room server in memory that applies every update on its own and sends
 * it to everybody, as the reference server of y-websocket does. It checks and keeps nothing.
 */
type PlainRoom = { readonly doc: Y.Doc; readonly sockets: Set<WebSocket> };

const rooms = new Map<string, PlainRoom>();

function roomAt(address: string): PlainRoom {
	const known = rooms.get(address);
	if (known) return known;
	const room: PlainRoom = { doc: new Y.Doc(), sockets: new Set() };
	room.doc.on('update', (update: Uint8Array) => {
		const message = syncMessage((encoder) => writeUpdate(encoder, update));
		for (const socket of room.sockets) send(socket, message, room);
	});
	rooms.set(address, room);
	return room;
}

function send(socket: WebSocket, message: Uint8Array, { sockets }: PlainRoom): void {
	if (socket.readyState > socket.OPEN) sockets.delete(socket);
	else socket.send(message, (error) => void (error && sockets.delete(socket)));
}

function syncMessage(write: (encoder: encoding.Encoder) => void): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 0);
	write(encoder);
	return encoding.toUint8Array(encoder);
}

function welcome(socket: WebSocket, room: PlainRoom): void {
	const { doc, sockets } = room;
	socket.binaryType = 'arraybuffer';
	sockets.add(socket);
	socket.on('close', () => sockets.delete(socket));
	socket.on('message', (data: ArrayBuffer) => {
		const decoder = decoding.createDecoder(new Uint8Array(data));
		if (decoding.readVarUint(decoder) !== 0) return;
		const encoder = encoding.createEncoder();
		encoding.writeVarUint(encoder, 0);
		readSyncMessage(decoder, encoder, doc, socket);
		if (encoding.length(encoder) > 1) send(socket, encoding.toUint8Array(encoder), room);
	});
	send(
		socket,
		syncMessage((encoder) => writeSyncStep1(encoder, doc)),
		room
	);
}

await given();
const server = createServer();
const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket, request) => welcome(socket, roomAt(request.url ?? '')));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
answerUsage();
process.on('message', (message) => {
	if (message === 'end') process.exit(0);
});
process.send?.((server.address() as AddressInfo).port);
