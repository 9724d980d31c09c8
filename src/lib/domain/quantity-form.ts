/** A lowest value, a best guess and a highest value, with the certainty that the truth lies between. */
export type RangeEstimate = { low: number; likely: number; high: number; confidence?: number };

/** The 5th and 95th percentile of a lognormal distribution, both above 0. */
export type LognormalEstimate = { low: number; high: number };

/** A share from 0 to 1; null is not estimated. */
export type ShareQuantity = number | RangeEstimate | null;

/** A number that people estimate: a point, a range, a lognormal, or null for not estimated. */
export type Quantity = ShareQuantity | LognormalEstimate;

/** Tells whether a quantity is a range with a best guess. */
export function isRange(quantity: Quantity): quantity is RangeEstimate {
	return typeof quantity === 'object' && quantity !== null && 'likely' in quantity;
}

/** Tells whether a quantity is a range without a best guess, so a lognormal. */
export function isLognormal(quantity: Quantity): quantity is LognormalEstimate {
	return typeof quantity === 'object' && quantity !== null && !('likely' in quantity);
}

/** Tells whether low, likely and high go up. */
export function isInOrder(range: { low: number; likely: number; high: number }): boolean {
	return range.low <= range.likely && range.likely <= range.high;
}
