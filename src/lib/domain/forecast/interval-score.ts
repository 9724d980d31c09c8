/** An interval that somebody stated, with how sure they were that it holds the outcome. */
export type StatedInterval = {
	readonly low: number;
	readonly high: number;
	/** From 0.5 to 1. */
	readonly confidence: number;
};

/** Nobody is punished without end for being wholly sure: a confidence of 1 counts as 0.99. */
const smallestDoubt = 0.01;

/**
 * Interval score, also called Winkler score: how good a stated interval was, in the unit of the
 * outcome; smaller is better. It is the width of the interval, plus 2/alpha times the distance by
 * which the outcome missed it, alpha being the doubt that was left (1 − confidence).
 *
 * It rewards narrow intervals only as long as they hold the outcome as often as was said: stating
 * one's own quantiles scores best in the long run. Source: T. Gneiting and A.E. Raftery (2007),
 * Strictly Proper Scoring Rules, Prediction, and Estimation, JASA 102(477), equation 43.
 * Example: from 10 to 20 at 80 % sure, outcome 8: 10 + (2 / 0.2) × 2 = 30.
 */
export function intervalScore({ low, high, confidence }: StatedInterval, outcome: number): number {
	const doubt = Math.max(smallestDoubt, 1 - confidence);
	const missed = Math.max(0, low - outcome) + Math.max(0, outcome - high);
	return high - low + (2 / doubt) * missed;
}

/** Tells whether an outcome lies in the interval, its ends included. */
export function holds({ low, high }: StatedInterval, outcome: number): boolean {
	return low <= outcome && outcome <= high;
}
