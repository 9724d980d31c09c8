import { exponential, naturalLogarithm } from '../arithmetic/elementary.ts';
import { normalQuantile } from '../arithmetic/normal-quantile.ts';
import { pertCurve, type PertCurve } from './pert-curve.ts';
import type { Spread } from './spread.ts';
import type { Strata } from './strata.ts';

type Pert = Extract<Spread, { kind: 'pert' }>;

/**
 * Gives the value below which a share p (between 0 and 1) of a spread lies.
 * Example: half of the PERT 0, 5, 10 lies below 5.
 */
export function spreadQuantile(spread: Spread, p: number): number {
	if (spread.kind === 'point') return spread.value;
	if (spread.kind === 'lognormal')
		return exponential(spread.middle + spread.deviation * normalQuantile(p));
	const logit = naturalLogarithm(p / (1 - p));
	const value = new Float64Array(1);
	followCurve(spread, Float64Array.of(logit), value);
	return value[0] as number;
}

const tenths = new WeakMap<Spread, { p10: number; p90: number }>();

/** Gives what 10 % and what 90 % of a spread lies below; worked out once per spread. */
export function spreadTenths(spread: Spread): { readonly p10: number; readonly p90: number } {
	const known = tenths.get(spread);
	if (known) return known;
	const found = { p10: spreadQuantile(spread, 0.1), p90: spreadQuantile(spread, 0.9) };
	tenths.set(spread, found);
	return found;
}

/** Fills a column with the quantiles of a spread in the middle of every stratum, rising. */
export function fillRising(spread: Spread, strata: Strata, column: Float64Array): void {
	if (spread.kind === 'point') column.fill(spread.value);
	else if (spread.kind === 'pert') followCurve(spread, strata.logits, column);
	else
		for (let stratum = 0; stratum < strata.count; stratum += 1)
			column[stratum] = exponential(
				spread.middle + spread.deviation * (strata.normals[stratum] as number)
			);
}

/** Walks along the knots of the PERT's curve, with rising logits. */
function followCurve(spread: Pert, logits: Float64Array, column: Float64Array): void {
	const width = spread.highest - spread.lowest;
	const count = logits.length;
	const furthest = Math.max(-(logits[0] as number), logits[count - 1] as number);
	const curve = pertCurve((spread.likely - spread.lowest) / width, furthest);
	let stratum = 0;
	for (let knot = 0; knot + 1 < curve.logits.length; knot += 1) {
		const to = knot + 2 === curve.logits.length ? Infinity : (curve.logits[knot + 1] as number);
		const piece = pieceOf(curve, knot);
		for (; stratum < count && (logits[stratum] as number) < to; stratum += 1) {
			const t = ((logits[stratum] as number) - piece.start) / piece.length;
			const bent = piece.third + t * (piece.fourth + t * piece.fifth);
			const share = piece.base + t * (piece.first + t * (piece.second + t * bent));
			column[stratum] = spread.lowest + width * share;
		}
	}
}

/** The polynomial of degree 5 between two knots, in t from 0 to 1 (quintic Hermite). */
function pieceOf({ logits, values, slopes, bends }: PertCurve, knot: number) {
	const start = logits[knot] as number;
	const length = (logits[knot + 1] as number) - start;
	const base = values[knot] as number;
	const first = (slopes[knot] as number) * length;
	const second = ((bends[knot] as number) * length * length) / 2;
	const rise = (values[knot + 1] as number) - base - first - second;
	const slope = (slopes[knot + 1] as number) * length - first - 2 * second;
	const bend = (bends[knot + 1] as number) * length * length - 2 * second;
	return {
		...{ start, length, base, first, second },
		third: 10 * rise - 4 * slope + bend / 2,
		fourth: -15 * rise + 7 * slope - bend,
		fifth: 6 * rise - 3 * slope + bend / 2
	};
}
