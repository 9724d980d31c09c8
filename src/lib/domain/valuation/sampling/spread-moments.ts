import { exponential, power } from '../arithmetic/elementary.ts';
import type { Spread } from './spread.ts';

type Pert = Extract<Spread, { kind: 'pert' }>;

/**
 * Gives the mean of a spread, in closed form.
 * PERT: (lowest + 4 likely + highest) / 6. Lognormal: exp(middle + deviation^2 / 2).
 * Source: Malcolm and others (1959), as in pert-curve.ts; for the lognormal J. Aitchison and J.A.C.
 * Brown, The Lognormal Distribution (1957).
 * Example: the PERT 8, 12, 20 has mean (8 + 48 + 20) / 6 = 12.67.
 */
export function spreadMean(spread: Spread): number {
	if (spread.kind === 'point') return spread.value;
	if (spread.kind === 'pert') return (spread.lowest + 4 * spread.likely + spread.highest) / 6;
	return exponential(spread.middle + (spread.deviation * spread.deviation) / 2);
}

/**
 * Gives the mean of a power of a number, in closed form; undefined where there is none.
 * Any power of a lognormal or a point; whole powers from 0 up to 60 of a PERT.
 */
export function spreadMoment(spread: Spread, order: number): number | undefined {
	if (order === 1) return spreadMean(spread);
	if (spread.kind === 'point') return power(spread.value, order);
	if (spread.kind === 'lognormal')
		return exponential(
			order * spread.middle + (order * order * spread.deviation * spread.deviation) / 2
		);
	if (order !== Math.floor(order) || order < 0 || order > 60) return undefined;
	return pertMoments(spread, order)[order];
}

/**
 * Gives the means of the powers 0, 1, ... up to a highest order of a PERT.
 * The number is lowest + width W with W beta distributed, so its power is a binomial sum of the
 * powers of W, whose means are the product of (a + t) / (6 + t) for t = 0, 1, ...
 * Source: N.L. Johnson, S. Kotz and N. Balakrishnan, Continuous Univariate Distributions 2 (1995), ch. 25.
 */
export function pertMoments(spread: Pert, highestOrder: number): Float64Array {
	const width = spread.highest - spread.lowest;
	const a = 1 + (4 * (spread.likely - spread.lowest)) / width;
	const ofWidth = new Float64Array(highestOrder + 1).fill(1);
	for (let order = 1; order <= highestOrder; order += 1)
		ofWidth[order] = ((ofWidth[order - 1] as number) * width * (a + order - 1)) / (5 + order);
	return Float64Array.from(ofWidth, (_, order) => binomialSum(spread.lowest, ofWidth, order));
}

/** Mean of (fixed + part)^order, given the means of the powers of the part. */
function binomialSum(fixed: number, ofPart: Float64Array, order: number): number {
	let sum = 0;
	let choose = 1;
	let fixedPower = 1;
	for (let taken = order; taken >= 0; taken -= 1) {
		sum += choose * fixedPower * (ofPart[taken] as number);
		choose = (choose * taken) / (order - taken + 1);
		fixedPower *= fixed;
	}
	return sum;
}
