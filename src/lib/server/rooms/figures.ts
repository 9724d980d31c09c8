/** What the hub counted since it started, for metrics. */
export type Figures = {
	readonly connections: number;
	readonly rooms: number;
	/** Group commits, and the edits in them. */
	readonly batches: number;
	readonly edits: number;
	/** Frames that were not let in, by the rule that refused them. */
	readonly refusals: Readonly<Record<string, number>>;
	/** Times that a slow reader was brought up to date in one go. */
	readonly caughtUp: number;
	readonly awarenessDropped: number;
	readonly storeFailures: number;
	/** True while edits can't be made durable. */
	readonly storeDown: boolean;
	/** Bytes that documents in memory take when encoded, at most. */
	readonly documents: { readonly bytes: number; readonly largest: number };
	/** Milliseconds from an edit's arrival to its acknowledgement; upper ends of their classes. */
	readonly ackLatency: { readonly p50: number; readonly p99: number; readonly count: number };
};

/** Upper ends of the classes of latency, in milliseconds. */
const classes = [1, 2, 3, 5, 8, 12, 16, 20, 25, 30, 40, 60, 100, 200, 500, 1000, 5000, Infinity];

/** Counts what happens in the rooms; counting never fails and costs next to nothing. */
export class Counters {
	batches = 0;
	edits = 0;
	caughtUp = 0;
	awarenessDropped = 0;
	storeFailures = 0;
	readonly #refusals = new Map<string, number>();
	readonly #latencies: number[] = classes.map(() => 0);

	refused(rule: string): void {
		this.#refusals.set(rule, (this.#refusals.get(rule) ?? 0) + 1);
	}

	/** @param milliseconds from arrival to acknowledgement */
	acknowledged(milliseconds: number): void {
		const index = classes.findIndex((end) => milliseconds <= end);
		this.#latencies[index] = (this.#latencies[index] ?? 0) + 1;
	}

	figures(now: Pick<Figures, 'connections' | 'rooms' | 'storeDown' | 'documents'>): Figures {
		const { batches, edits, caughtUp, awarenessDropped, storeFailures } = this;
		return {
			...now,
			...{ batches, edits, caughtUp, awarenessDropped, storeFailures },
			refusals: Object.fromEntries(this.#refusals),
			ackLatency: {
				p50: this.#quantile(0.5),
				p99: this.#quantile(0.99),
				count: this.#latencies.reduce((sum, count) => sum + count, 0)
			}
		};
	}

	#quantile(share: number): number {
		const total = this.#latencies.reduce((sum, count) => sum + count, 0);
		let seen = 0;
		const index = this.#latencies.findIndex(
			(count) => (seen += count) >= share * total && seen > 0
		);
		return index === -1 ? 0 : (classes[index] ?? Infinity);
	}
}
