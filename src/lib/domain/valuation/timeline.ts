import type { WorkshopFile } from '../workshop-file.ts';
import type { Ledger } from './ledger.ts';
import type { Means } from './means.ts';
import type { YearValue } from './payback.ts';

/**
 * Gives the mean benefit, harm and cost of a scenario year by year, discounted like the totals, so
 * that the years add up to them.
 */
export function timeline(ledger: Ledger, means: Means, { workshop }: WorkshopFile): YearValue[] {
	const empty = () => new Float64Array(workshop.horizonYears);
	const [benefit, harm, cost] = [empty(), empty(), empty()];
	for (const { estimate, scale } of ledger.effects)
		addYears(estimate.sign === 1 ? benefit : harm, means.yearly(estimate), {
			from: estimate.firstYear,
			scale
		});
	for (const { estimate, scale } of ledger.contributions)
		addYears(cost, means.yearly(estimate), { from: estimate.firstYear, scale });
	let cumulative = 0;
	return Array.from(benefit, (gain, year) => {
		const [loss, spent] = [harm[year] as number, cost[year] as number];
		const net = gain + loss - spent;
		cumulative += net;
		return {
			year: workshop.startYear + year,
			...{ benefit: gain, harm: loss, cost: spent, net, cumulative }
		};
	});
}

function addYears(
	total: Float64Array,
	euros: Float64Array,
	at: { from: number; scale: number }
): void {
	for (let age = 0; age < euros.length; age += 1)
		total[at.from + age] = (total[at.from + age] as number) + (euros[age] as number) * at.scale;
}
