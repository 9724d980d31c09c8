/**
 * What time it is on the server, so that every screen shows the same timer.
 *
 * A message is never older than it says, only later than it was sent. The message that lags least
 * behind is therefore the best one, and each next message can only make the clock better.
 */
export class ServerClock {
	readonly #deviceTime: () => number;
	#ahead = $state<number>();

	/** @param deviceTime milliseconds by the clock of this device */
	constructor(deviceTime: () => number = Date.now) {
		this.#deviceTime = deviceTime;
	}

	/** Takes over the time that a message of the server carries, in milliseconds. */
	hear(serverTime: number): void {
		const ahead = serverTime - this.#deviceTime();
		this.#ahead = Math.max(ahead, this.#ahead ?? ahead);
	}

	/** Forgets what was heard, for a new connection: the clock of a device may be set meanwhile. */
	restart(): void {
		this.#ahead = undefined;
	}

	/** The server's time in milliseconds; by the clock of this device as long as nothing was heard. */
	now(): number {
		return this.#deviceTime() + (this.#ahead ?? 0);
	}
}

/** Milliseconds between two questions after the time: clocks of devices drift little. */
const askAgainAfter = 120_000;

/** Keeps a clock right by asking the server for the time; gives the way to stop. */
export function followServerTime(clock: ServerClock): () => void {
	const ask = () => void hearTime(clock);
	const asking = setInterval(ask, askAgainAfter);
	document.addEventListener('visibilitychange', ask);
	ask();
	return () => {
		clearInterval(asking);
		document.removeEventListener('visibilitychange', ask);
	};
}

async function hearTime(clock: ServerClock): Promise<void> {
	const response = await fetch('/api/time').catch(() => undefined);
	if (!response?.ok) return;
	const { now } = (await response.json()) as { now: number };
	clock.hear(now);
}
