type Rule = {
	/** The how-manieth within the window makes the client wait. */
	readonly limit: number;
	/** Milliseconds over which is counted. */
	readonly window: number;
	/** Milliseconds that a client has to wait then. */
	readonly pause: number;
	readonly now: () => number;
};

type Client = { readonly times: readonly number[]; readonly blockedUntil: number };

/** More clients than this are not remembered at once; the ones that came longest ago are forgotten. */
const mostClients = 20_000;

/** Counts something per client, and makes a client wait once there was too much of it in a window. */
export class ClientLimit {
	readonly #rule: Rule;
	readonly #clients = new Map<string, Client>();

	constructor(rule: Rule) {
		this.#rule = rule;
	}

	/** Whole seconds that this client still has to wait; 0 when it may go ahead. */
	secondsToWait(client: string): number {
		const until = this.#clients.get(client)?.blockedUntil ?? 0;
		return Math.max(0, Math.ceil((until - this.#rule.now()) / 1000));
	}

	/** Counts one more. */
	count(client: string): void {
		const { limit, window, pause, now } = this.#rule;
		const time = now();
		const known = this.#clients.get(client) ?? { times: [], blockedUntil: 0 };
		const recent = [...known.times.filter((earlier) => earlier > time - window), time];
		const tooMany = recent.length >= limit;
		// Deleted first, so that the map keeps its clients in the order in which they came last.
		this.#clients.delete(client);
		this.#clients.set(client, {
			times: tooMany ? [] : recent,
			blockedUntil: tooMany ? time + pause : known.blockedUntil
		});
		if (this.#clients.size > mostClients) this.#forgetOldest();
	}

	#forgetOldest(): void {
		const [oldest] = this.#clients.keys();
		if (oldest !== undefined) this.#clients.delete(oldest);
	}
}
