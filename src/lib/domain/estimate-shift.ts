import { pooledEstimate } from './pooled-estimate.ts';
import type { RangeEstimate } from './quantity.ts';
import type { Round } from './round.ts';

/** How a group moved between two rounds about the same number. */
export type EstimateShift = {
	readonly from: RangeEstimate;
	readonly to: RangeEstimate;
	/** Change of the pooled best guess, in the unit of the number. */
	readonly moved: number;
	/**
	 * Width of the pooled range in the second round as a share of that in the first, both at the
	 * certainty that was stated: below 1 the group came closer. Null when the first had no width.
	 */
	readonly width: number | null;
};

/**
 * Compares a second round with the last first round about the same number before it, as the Delphi
 * method does between its rounds (Dalkey and Helmer, Management Science 9(3), 1963).
 *
 * `[1, 2, 5]` and then `[1, 3, 4]` is: moved 1, width 0.75.
 *
 * @param rounds in the order in which they were opened
 * @returns undefined for a first round, and as long as one of the two is without estimates
 */
export function shiftBefore(round: Round, rounds: readonly Round[]): EstimateShift | undefined {
	const first = firstRoundOf(round, rounds);
	const from = first && pooledEstimate(first.estimates, first.field);
	const to = pooledEstimate(round.estimates, round.field);
	if (!from || !to) return undefined;
	const before = from.high - from.low;
	return {
		...{ from, to },
		moved: to.likely - from.likely,
		width: before > 0 ? (to.high - to.low) / before : null
	};
}

function firstRoundOf(round: Round, rounds: readonly Round[]): Round | undefined {
	if (round.round !== 2) return undefined;
	const at = rounds.findIndex(({ id }) => id === round.id);
	return rounds
		.slice(0, at < 0 ? rounds.length : at)
		.findLast(
			({ effectId, field, round: number }) =>
				number === 1 && effectId === round.effectId && field === round.field
		);
}
