import * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { countingSocket } from './counting-socket.ts';
import { DeviceCopy, type CopyKey } from './device-copy.ts';
import { FrameLedger } from './frame-ledger.ts';
import { Heartbeat } from './heartbeat.ts';
import { sendOnlyOwnPresence } from './own-presence.ts';
import { refusalOf, saveStateOf, type RefusalCode, type SaveState } from './save-state.ts';

const questionWhoIsHere = 3;
const acknowledgement = 64;
const frameTooLarge = 1009;
const longestPause = 5_000;
/** Milliseconds after which a page that is still connecting says so. */
const lateAfter = 2_500;

/** Which room of which workshop is followed, on which server. */
export type ConnectionPlace = CopyKey & {
	/** Where the server listens: `wss://host`. */
	readonly origin: string;
	readonly random: () => number;
};

/** A refusal, or the socket library's own word for a frame that is too large: trying again won't help. */
function isFinal(code: number): boolean {
	return code === frameTooLarge || (code >= 4400 && code < 4500);
}

/** Gives the address of the server that sent this page, for sockets. */
export function socketOrigin(page: Pick<Location, 'protocol' | 'host'> = location): string {
	return `${page.protocol === 'https:' ? 'wss' : 'ws'}://${page.host}`;
}

/**
 * Keeps one document of a workshop the same as the server's, and knows exactly what is saved.
 *
 * Edits are kept on this device first, so a lost connection or a closed browser loses nothing.
 */
export class Connection {
	readonly copy: DeviceCopy;
	readonly #provider: WebsocketProvider;
	readonly #doc: Y.Doc;
	readonly #random: () => number;
	readonly #heartbeat: Heartbeat;
	readonly #lateTimer: ReturnType<typeof setTimeout>;
	#closed = false;
	#ledger = new FrameLedger();
	#sentBefore = 0;
	#open = $state(false);
	#silent = $state(false);
	#loaded = $state(false);
	#late = $state(false);
	#settled = $state(false);
	#unsaved = $state(false);
	#refusal = $state<RefusalCode>();
	#keepsEdits = $state(true);

	constructor(place: ConnectionPlace, doc: Y.Doc) {
		this.#doc = doc;
		this.#random = place.random;
		this.copy = new DeviceCopy(place, doc);
		this.#unsaved = this.copy.unsaved;
		this.#doc.on('update', this.#beforeSending);
		this.#provider = this.#makeProvider(place);
		this.#heartbeat = new Heartbeat({
			ask: () => this.#ask(),
			changed: () => (this.#silent = this.#heartbeat.silent),
			hangUp: () => this.#reconnect()
		});
		this.#doc.on('update', this.#edited);
		this.#lateTimer = setTimeout(() => (this.#late = true), lateAfter);
		this.#listenToBrowser('addEventListener');
		void this.#start();
	}

	/** What the screen may say about the last edit. */
	get state(): SaveState {
		return saveStateOf({
			refused: this.#refusal !== undefined,
			reachable: this.#open && !this.#silent,
			loaded: this.#loaded,
			late: this.#late,
			settled: this.#settled,
			unsaved: this.#unsaved
		});
	}

	/** The contents can be shown: they came from the server or from this device. */
	get loaded(): boolean {
		return this.#loaded;
	}

	/** Edits were made here that the server has not acknowledged. */
	get unsaved(): boolean {
		return this.#unsaved;
	}

	/** Why the server ended the connection for good, if it did. */
	get refusal(): RefusalCode | undefined {
		return this.#refusal;
	}

	/** What is typed is kept on this device; some browsers keep nothing in a private window. */
	get keepsEdits(): boolean {
		return this.#keepsEdits;
	}

	get awareness(): Awareness {
		return this.#provider.awareness;
	}

	/** Tries again after a refusal. */
	retry(): void {
		this.#refusal = undefined;
		this.#provider.connect();
	}

	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#lateTimer);
		this.#listenToBrowser('removeEventListener');
		this.#doc.off('update', this.#beforeSending);
		this.#doc.off('update', this.#edited);
		this.#heartbeat.stop();
		this.#provider.destroy();
		await this.copy.close();
	}

	async #start(): Promise<void> {
		this.#keepsEdits = await this.copy.ready;
		if (this.#keepsEdits && this.#doc.store.clients.size > 0) this.#loaded = true;
		if (!this.#closed) this.#provider.connect();
	}

	#makeProvider(place: ConnectionPlace): WebsocketProvider {
		const socket = countingSocket({
			opening: (ledger) => this.#opening(ledger),
			heard: () => this.#heartbeat.heard()
		});
		const folder = `${place.origin}/sync/${place.workshopId}`;
		const provider = new WebsocketProvider(folder, place.room, this.#doc, {
			connect: false,
			disableBc: true,
			params: { ack: '1', epoch: String(place.epoch) },
			WebSocketPolyfill: socket,
			shouldReconnect: ({ code }) => !isFinal(code)
		});
		sendOnlyOwnPresence(provider);
		provider.messageHandlers[acknowledgement] = (_encoder, decoder) => {
			this.#ledger.acknowledge(decoding.readVarUint(decoder));
			this.#judge();
		};
		provider.on('status', ({ status }) => this.#statusChanged(status === 'connected'));
		provider.on('sync', (synced) => synced && (this.#loaded = true));
		provider.on('closed', ({ code }) => (this.#refusal = refusalOf(code)));
		provider.on('connection-close', () => this.#pauseBeforeRetry());
		return provider;
	}

	#opening(ledger: FrameLedger): void {
		this.#ledger = ledger;
		this.#settled = false;
	}

	#statusChanged(open: boolean): void {
		if (open === this.#open) return;
		this.#open = open;
		if (open) this.#heartbeat.start();
		else this.#heartbeat.stop();
		this.#settled = false;
	}

	/** Spreads the return of many clients, so that a restarted server isn't met by all at once. */
	#pauseBeforeRetry(): void {
		const attempts = this.#provider.wsUnsuccessfulReconnects + 1;
		const pause = Math.min(2 ** attempts * 100, longestPause);
		this.#provider.maxBackoffTime = pause * (0.5 + 0.5 * this.#random());
	}

	/** Runs before y-websocket's own listener. */
	readonly #beforeSending = (): void => {
		this.#sentBefore = this.#ledger.sent;
	};

	/** Runs after y-websocket's own listener, so an edit that was sent has been counted. */
	readonly #edited = (_update: Uint8Array, origin: unknown): void => {
		const wasSent = this.#ledger.sent > this.#sentBefore;
		if (origin === this.#provider || this.copy.isOrigin(origin)) return;
		if (!wasSent) this.#ledger.editMissed();
		this.#unsaved = true;
		this.copy.markUnsaved(true);
		void this.copy.edited();
		this.#judge();
	};

	#judge(): void {
		this.#settled = this.#ledger.settled;
		if (!this.#settled || !this.#unsaved) return;
		this.#unsaved = false;
		this.copy.markUnsaved(false);
	}

	/**
	 * Asks who is here: in a quiet room that is a short answer, and in a busy one there is no need to
	 * ask. The server says nothing when nobody shows that they are here, as an observer who is alone.
	 */
	#ask(): boolean {
		const socket = this.#provider.ws;
		if (this.awareness.getStates().size === 0 || socket?.readyState !== WebSocket.OPEN)
			return false;
		socket.send(Uint8Array.of(questionWhoIsHere));
		return true;
	}

	#reconnect(): void {
		this.#provider.disconnect();
		this.#provider.connect();
	}

	#listenToBrowser(change: 'addEventListener' | 'removeEventListener'): void {
		window[change]('offline', this.#wentOffline);
		window[change]('online', this.#cameOnline);
		window[change]('beforeunload', this.#leaving);
		document[change]('visibilitychange', this.#lookedAt);
	}

	readonly #wentOffline = (): void => this.#heartbeat.doubt();

	readonly #cameOnline = (): void => {
		if (this.#refusal !== undefined) return;
		if (this.#open) this.#heartbeat.resume();
		else this.#provider.connect();
	};

	readonly #lookedAt = (): void => {
		if (document.visibilityState === 'visible') this.#heartbeat.resume();
	};

	readonly #leaving = (event: BeforeUnloadEvent): void => {
		if (this.#unsaved && !this.copy.complete) event.preventDefault();
	};
}
