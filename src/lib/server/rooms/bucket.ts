/** Lets so many things through a second, and a burst of them after a quiet time. */
export class Bucket {
	readonly #perMillisecond: number;
	readonly #burst: number;
	#tokens: number;
	#at: number;

	/** @param start milliseconds on the clock that `take` is given too */
	constructor(rate: { readonly perSecond: number; readonly burst: number }, start: number) {
		this.#perMillisecond = rate.perSecond / 1000;
		this.#burst = rate.burst;
		this.#tokens = rate.burst;
		this.#at = start;
	}

	/** Takes one, and tells whether there was one to take. */
	take(now: number): boolean {
		if (this.available(now) < 1) return false;
		this.#tokens -= 1;
		return true;
	}

	/** Takes as many as something turned out to cost; false when that was more than there was. */
	spend(cost: number, now: number): boolean {
		this.#tokens = this.available(now) - cost;
		return this.#tokens >= 0;
	}

	/** How many could be taken now. */
	available(now: number): number {
		const passed = Math.max(0, now - this.#at);
		this.#tokens = Math.min(this.#burst, this.#tokens + passed * this.#perMillisecond);
		this.#at = now;
		return this.#tokens;
	}
}
