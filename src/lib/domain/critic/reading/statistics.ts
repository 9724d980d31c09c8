/** Finds the highest of a list of any length; minus infinity for an empty one. */
export function highestOf(values: readonly number[]): number {
	return values.reduce((highest, value) => Math.max(highest, value), -Infinity);
}

/** Finds the lowest of a list of any length; infinity for an empty one. */
export function lowestOf(values: readonly number[]): number {
	return values.reduce((lowest, value) => Math.min(lowest, value), Infinity);
}

export function meanOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Finds the value below which a share p of a list lies; NaN for an empty list.
 * It lies at place (n - 1) p counted from 0, in a straight line between its neighbours: R's type 7.
 * @example quantileOf([1, 2, 3, 4], 0.5) // 2.5
 */
export function quantileOf(values: readonly number[], p: number): number {
	const rising = [...values].sort((one, other) => one - other);
	const place = (rising.length - 1) * p;
	const below = rising[Math.floor(place)] ?? NaN;
	const above = rising[Math.ceil(place)] ?? NaN;
	return below + (above - below) * (place - Math.floor(place));
}
