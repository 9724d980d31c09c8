/** Chance with a fixed start, so that a failure can be repeated. */
export type Draw = {
	/** A whole number from 0 up to but not including `end`. */
	readonly below: (end: number) => number;
	readonly pick: <Item>(items: readonly Item[]) => Item;
};

/** Mulberry32: short, and good enough to choose test cases with. */
export function seeded(seed: number): Draw {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (end: number) => Math.floor(next() * end);
	return { below, pick: (items) => items[below(items.length)]! };
}
