import { createRequire } from 'node:module';
import type * as Ws from 'ws';

/**
 * The WebSocket classes of Node and jsdom don't go with the events of the other, and these tests
 * resolve packages as a browser does, where ws has nothing to offer: so ws is fetched as Node does.
 */
const ws = createRequire(import.meta.url)('ws') as typeof Ws;

export const { WebSocketServer } = ws;

Object.assign(globalThis, { WebSocket: ws.WebSocket });

/** The class of sockets of a browser that sends these headers, as one does with its cookies. */
export function socketFor(headers: Record<string, string>): unknown {
	return class extends ws.WebSocket {
		constructor(address: string) {
			super(address, { headers });
		}
	};
}
