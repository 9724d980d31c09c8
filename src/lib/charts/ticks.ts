import type { Axis } from './uncertainty.ts';

/** About as many as can be read beside each other on half a screen. */
const mostTicks = 6;

/**
 * Gives round values on an axis, a step of 1, 2 or 5 times a power of ten apart, zero among them.
 * Example: an axis from −8.2 to 1.1 million has −8, −6, −4, −2 and 0 million.
 */
export function ticksOf({ low, high }: Axis): number[] {
	const least = (high - low) / mostTicks;
	const power = 10 ** Math.floor(Math.log10(least));
	const step = [1, 2, 5, 10].map((times) => times * power).find((one) => one >= least) ?? power;
	const first = Math.ceil(low / step);
	const count = Math.floor(high / step) - first + 1;
	return Array.from({ length: count }, (_, place) => (first + place) * step);
}
