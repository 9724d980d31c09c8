import { ServerClock } from '#lib/live/server-clock.svelte.ts';

/** A stretch of time between two moments on the server's clock. */
type Stretch = { readonly startedAt: string; readonly endsAt: string };

/**
 * Time that is left of a stretch, in whole seconds. Make it while a component starts. A stretch that
 * begins while this is watching began just now on the server, which tells how far clocks differ.
 */
export class Countdown {
	readonly #stretch: () => Stretch | undefined;
	readonly #clock = new ServerClock();
	#now = $state(0);

	constructor(stretch: () => Stretch | undefined) {
		this.#stretch = stretch;
		let before = stretch()?.startedAt;
		// The screen has to be drawn again every second as long as something is counted.
		$effect(() => {
			const current = stretch();
			if (current && current.startedAt !== before) this.#clock.hear(Date.parse(current.startedAt));
			before = current?.startedAt;
			if (!current) return undefined;
			this.#now = this.#clock.now();
			const tick = setInterval(() => (this.#now = this.#clock.now()), 250);
			return () => clearInterval(tick);
		});
	}

	/** Seconds that are left; 0 when it is over, undefined when nothing is counted. */
	get seconds(): number | undefined {
		const stretch = this.#stretch();
		if (!stretch) return undefined;
		const now = this.#now || this.#clock.now();
		return Math.max(0, Math.ceil((Date.parse(stretch.endsAt) - now) / 1000));
	}

	/** As "1:05". */
	get text(): string {
		const seconds = this.seconds ?? 0;
		return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
	}
}
