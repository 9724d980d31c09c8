import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Guest, Hall } from './hall.ts';
import { until } from './until.ts';

type StockClient = {
	readonly doc: Y.Doc;
	readonly provider: WebsocketProvider;
	/** Close code after which the client gave up. */
	readonly gaveUpWith: () => number | undefined;
	/** Waits until it has the document. */
	readonly synced: () => Promise<void>;
	readonly leave: () => void;
};

/** An unmodified y-websocket client; only its socket sends the headers that a browser would send. */
export function stockClient(hall: Hall, guest: Guest, doc = new Y.Doc()): StockClient {
	class SocketWithHeaders extends WebSocket {
		constructor(address: string) {
			super(address, { headers: guest.headers });
		}
	}
	let gaveUpWith: number | undefined;
	const provider = new WebsocketProvider(hall.syncAddress, 'board', doc, {
		WebSocketPolyfill: SocketWithHeaders as unknown as typeof globalThis.WebSocket,
		disableBc: true,
		maxBackoffTime: 100
	});
	provider.on('closed', ({ code }) => (gaveUpWith = code));
	return {
		doc,
		provider,
		gaveUpWith: () => gaveUpWith,
		synced: () => until(() => provider.synced, 'the stock client is synced'),
		leave: () => {
			provider.destroy();
			doc.destroy();
		}
	};
}
