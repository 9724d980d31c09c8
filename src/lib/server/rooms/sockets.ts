import { WebSocket, WebSocketServer, type ServerOptions } from 'ws';
import { largestMessage } from './protocol.ts';
import type { Limits } from './limits.ts';

/**
 * A socket that says why it closes in our own codes.
 *
 * The library closes by itself with 1009 on a message that is too large and with 1002, 1007 or 1008
 * on a malformed one; a y-websocket client would then reconnect and send the same thing for ever.
 */
class RoomSocket extends WebSocket {
	override close(code?: number, reason?: string | Buffer): void {
		super.close(code === undefined ? code : ownCode(code), reason);
	}
}

function ownCode(code: number): number {
	if (code === 1009) return 4413;
	return code === 1002 || code === 1007 || code === 1008 ? 4400 : code;
}

/** Makes what turns an upgrade request into a socket; it listens nowhere and keeps no list. */
export function createSocketServer(limits: Limits): WebSocketServer {
	// The library knows `closeTimeout`, its types don't yet.
	const options: ServerOptions<typeof RoomSocket> & { closeTimeout: number } = {
		noServer: true,
		WebSocket: RoomSocket,
		clientTracking: false,
		perMessageDeflate: false,
		maxPayload: largestMessage,
		closeTimeout: limits.closePatience
	};
	return new WebSocketServer(options);
}

/** What an address of a room names; the query says whether acknowledgements are wanted. */
export type Address = {
	readonly workshopId: string;
	readonly room: string;
	readonly acks: boolean;
	/** The store epoch that the client's own copy is of; undefined for clients that keep none. */
	readonly epoch: number | undefined;
};

const longestAddress = 512;
const address = /^\/sync\/([a-z0-9]{1,64})\/([a-z]{1,32})(?:\?(.*))?$/;

/** Reads the address of a room from a request's URL; undefined when it can't be one. */
export function readAddress(url: string | undefined): Address | undefined {
	if (!url || url.length > longestAddress) return undefined;
	const [, workshopId, room, query = ''] = address.exec(url) ?? [];
	if (!workshopId || !room) return undefined;
	const asked = new URLSearchParams(query);
	const epoch = asked.get('epoch');
	return {
		...{ workshopId, room, acks: asked.get('ack') === '1' },
		epoch: epoch === null ? undefined : Number(epoch)
	};
}
