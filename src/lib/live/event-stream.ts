/** What somebody wants to know of a stream of events. */
type Listener = {
	/** A connection was made. */
	readonly opened: () => void;
	/** The server sent something. */
	readonly heard: (text: string) => void;
	/** There is a connection now, or there is none any more. */
	readonly changed: (connected: boolean) => void;
	/** The server says that this is not for this device. */
	readonly refused: () => void;
};

/** Milliseconds without a word after which a connection counts as lost; the server speaks every two seconds. */
const longestSilence = 6_000;
const firstPause = 500;
const longestPause = 10_000;

/**
 * Server-sent events over connections that fail: it notices silence, hears from the browser when the
 * network comes and goes, and tries again after pauses that grow.
 */
export class EventStream {
	readonly #address: string;
	readonly #listener: Listener;
	#source: EventSource | undefined;
	#silence: ReturnType<typeof setTimeout> | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#attempts = 0;
	#closed = false;

	constructor(address: string, listener: Listener) {
		this.#address = address;
		this.#listener = listener;
		window.addEventListener('online', this.#again);
		window.addEventListener('offline', this.#lost);
		document.addEventListener('visibilitychange', this.#looked);
		this.#open();
	}

	close(): void {
		this.#closed = true;
		this.#stop();
		clearTimeout(this.#retry);
		window.removeEventListener('online', this.#again);
		window.removeEventListener('offline', this.#lost);
		document.removeEventListener('visibilitychange', this.#looked);
	}

	#open(): void {
		clearTimeout(this.#retry);
		this.#stop();
		const source = new EventSource(this.#address);
		this.#source = source;
		source.onopen = () => this.#listener.opened();
		source.onmessage = ({ data }) => this.#hear(String(data));
		source.onerror = () => this.#failed();
		this.#waitForWord();
	}

	#stop(): void {
		clearTimeout(this.#silence);
		this.#source?.close();
		this.#source = undefined;
	}

	#hear(text: string): void {
		this.#attempts = 0;
		this.#waitForWord();
		this.#listener.changed(true);
		this.#listener.heard(text);
	}

	#waitForWord(): void {
		clearTimeout(this.#silence);
		this.#silence = setTimeout(() => this.#failed(), longestSilence);
	}

	/** The browser does not say why a stream ended, so the server is asked whether this device is still in. */
	#failed(): void {
		this.#stop();
		this.#listener.changed(false);
		void this.#ask();
	}

	async #ask(): Promise<void> {
		const path = this.#address.replace(/\/events$/, '');
		const response = await fetch(path).catch(() => undefined);
		if (this.#closed) return;
		if (response && [401, 403, 404].includes(response.status)) {
			this.#listener.refused();
			return;
		}
		const pause = Math.min(firstPause * 2 ** this.#attempts, longestPause);
		this.#attempts += 1;
		this.#retry = setTimeout(() => this.#open(), pause * (0.5 + 0.5 * Math.random()));
	}

	readonly #again = (): void => {
		this.#attempts = 0;
		this.#open();
	};

	readonly #lost = (): void => this.#listener.changed(false);

	/** A phone that slept has often lost its connection without knowing. */
	readonly #looked = (): void => {
		if (document.visibilityState === 'visible' && this.#source?.readyState !== EventSource.OPEN) {
			this.#again();
		}
	};
}
