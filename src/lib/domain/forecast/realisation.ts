import { sumOf } from '../valuation/arithmetic/sum.ts';
import { draw, streamOf } from '../valuation/sampling/stream.ts';
import type { ResolvedExpectation } from './expectation.ts';

/** Which part of the expected change came, with the ends between which it lies at 90 %. */
export type Realisation = { readonly ratio: number; readonly low: number; readonly high: number };

/** Change that was expected and change that came, in widths of the stated interval. */
type Change = { readonly expected: number; readonly came: number };

const resamples = 10_000;
const seed = 1;
const oneIn32Bits = 1 / 4294967296;

/**
 * Realisation ratio: the part of the expected change that was measured later, over many expectations.
 *
 * Every expectation is turned in the direction it expected and counted in widths of its own interval,
 * so that ups and downs, percentages and counts neither cancel nor drown each other; where an
 * interval has no width, the expected change itself is the measure, and where that is nothing too
 * the expectation says nothing here. The ends are a percentile bootstrap at 90 %: source B. Efron
 * and R.J. Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
 * Example: expected 10 → 14 (12 to 16), measured 12: 2/4 came of 4/4, a ratio of 0.5.
 *
 * @returns undefined when no expectation expected a change
 */
export function realisationOf(
	expectations: readonly ResolvedExpectation[]
): Realisation | undefined {
	const changes = expectations.flatMap(changeOf);
	const expected = sumOf(changes.map((change) => change.expected));
	if (!(expected > 0)) return undefined;
	const ratio = sumOf(changes.map(({ came }) => came)) / expected;
	const ratios = resampledRatios(changes).sort();
	return { ratio, low: shareAt(ratios, 0.05), high: shareAt(ratios, 0.95) };
}

function changeOf(expectation: ResolvedExpectation): Change[] {
	const { baseline, low, likely, high, measured, autonomousChange } = expectation;
	if (baseline === null) return [];
	const width = high - low || Math.abs(likely - baseline);
	if (width === 0) return [];
	const direction = Math.sign(likely - baseline);
	return [
		{
			expected: (direction * (likely - baseline)) / width,
			came: (direction * (measured - autonomousChange - baseline)) / width
		}
	];
}

/** Draws as many expectations as there are, with return, many times over; draws without any change are passed over. */
function resampledRatios(changes: readonly Change[]): Float64Array {
	const came = Float64Array.from(changes, (change) => change.came);
	const expected = Float64Array.from(changes, (change) => change.expected);
	const stream = streamOf({ seed, recordId: 'realisation', field: 'resample', replicate: 0 });
	const ratios = new Float64Array(resamples);
	const count = changes.length;
	let kept = 0;
	for (let resample = 0; resample < resamples; resample += 1) {
		let sumCame = 0;
		let sumExpected = 0;
		for (let place = 0; place < count; place += 1) {
			const chosen = (draw(stream, resample * count + place) * oneIn32Bits * count) | 0;
			sumCame += came[chosen] as number;
			sumExpected += expected[chosen] as number;
		}
		if (sumExpected > 0) ratios[kept++] = sumCame / sumExpected;
	}
	return ratios.subarray(0, kept);
}

/** Gives the value below which a share of rising values lies; R's type 5, by Hazen, as for all quantiles here. */
function shareAt(rising: Float64Array, share: number): number {
	const place = Math.min(rising.length - 1, Math.max(0, rising.length * share - 0.5));
	const lower = rising[Math.floor(place)] ?? NaN;
	const upper = rising[Math.ceil(place)] ?? NaN;
	return lower + (upper - lower) * (place - Math.floor(place));
}
