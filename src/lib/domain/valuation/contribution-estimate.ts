import type { Contribution } from '../contribution.ts';
import type { Measure } from '../measure.ts';
import { firstYear, yearlyWeights } from './overlap.ts';
import { amountDomain, readSpread, type Spread } from './sampling/spread.ts';

/** Everything about a contribution that its cost in euros depends on, at scale 1. */
export type ContributionEstimate = {
	readonly measureId: string;
	readonly contributionId: string;
	readonly partyId: string;
	readonly amount: Spread;
	/** The worth now of one euro of amount in each year from the first. */
	readonly weights: Float64Array;
	readonly firstYear: number;
};

/**
 * Reads what the parties put into a measure, in euros.
 *
 * Once: the amount at the start of the measure. Yearly: the amount in every year, for the part of it
 * in which the measure runs. Hours and other things count when they have an amount. What starts
 * beyond the horizon has no weights and so costs nothing.
 * Example: 100 once in a measure that starts in month 14 costs 100 times the factor of year 1.
 */
export function readContributions(
	measure: Measure,
	discounts: Float64Array
): ContributionEstimate[] {
	const yearly = yearlyWeights(measure, discounts);
	const start = firstYear(measure);
	const once = discounts.slice(start, start + 1);
	return measure.contributions.flatMap(({ id, partyId, amount, timing }: Contribution) =>
		amount === null
			? []
			: {
					measureId: measure.id,
					contributionId: id,
					partyId,
					amount: readSpread(amount, amountDomain),
					weights: timing === 'once' ? once : yearly,
					firstYear: start
				}
	);
}
