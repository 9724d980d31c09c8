/** Milliseconds without a sign of the server after which it is asked for one. */
const askAfter = 1_400;
/** Milliseconds without a sign of the server after which the screen says that it is gone. */
const silentAfter = 2_800;
/** Milliseconds without a sign of the server after which a new connection is tried. */
const hangUpAfter = 9_000;
const checkEvery = 350;

type HeartbeatCallbacks = {
	/** Asks the server for any answer at all; false when there is nothing it would answer. */
	ask: () => boolean;
	/** The server fell silent, or is heard again. */
	changed: () => void;
	/** The socket looks open but nothing has come through it for long. */
	hangUp: () => void;
};

/**
 * Notices within three seconds that an open socket leads nowhere.
 *
 * A cable that is pulled or a router that restarts closes no socket, so an idle connection is
 * asked for a sign of life. A page that nobody looks at asks nothing.
 */
export class Heartbeat {
	readonly #callbacks: HeartbeatCallbacks;
	readonly #now: () => number;
	#timer: ReturnType<typeof setInterval> | undefined;
	#heardAt = 0;
	#askedAt = 0;
	#awaitsAnswer = false;
	#silent = false;

	constructor(callbacks: HeartbeatCallbacks, now: () => number = () => performance.now()) {
		this.#callbacks = callbacks;
		this.#now = now;
	}

	get silent(): boolean {
		return this.#silent;
	}

	/** Starts listening to a connection that has just opened. */
	start(): void {
		this.stop();
		this.heard();
		this.#timer = setInterval(() => this.#check(), checkEvery);
	}

	stop(): void {
		clearInterval(this.#timer);
		this.#timer = undefined;
		this.#setSilent(false);
	}

	/** Notes a sign of the server; whatever was feared, it is there. */
	heard(): void {
		this.#heardAt = this.#now();
		this.#awaitsAnswer = false;
		this.#setSilent(false);
	}

	/** Takes the word of the browser that the network is gone, until the server is heard again. */
	doubt(): void {
		this.#setSilent(true);
		this.#callbacks.ask();
	}

	/** Starts counting again after a time in which nothing could be checked. */
	resume(): void {
		if (this.#timer === undefined) return;
		this.#heardAt = this.#now() - askAfter;
		this.#check();
	}

	#check(): void {
		if (document.visibilityState === 'hidden') return;
		const now = this.#now();
		const quiet = now - this.#heardAt;
		if (quiet >= askAfter && now - this.#askedAt >= askAfter) {
			this.#askedAt = now;
			this.#awaitsAnswer = this.#callbacks.ask();
		}
		if (!this.#awaitsAnswer) return;
		if (quiet >= silentAfter) this.#setSilent(true);
		if (quiet >= hangUpAfter) this.#callbacks.hangUp();
	}

	#setSilent(silent: boolean): void {
		if (this.#silent === silent) return;
		this.#silent = silent;
		this.#callbacks.changed();
	}
}
