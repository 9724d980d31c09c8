import type { WorkshopFile } from '../workshop-file.ts';
import type { CountedContribution, Ledger } from './ledger.ts';
import type { Means } from './means.ts';
import { supportOf, type Support } from './support.ts';

/** Discounted mean euros of one year; harm is 0 or less, cumulative is net from the start. */
export type YearValue = {
	readonly year: number;
	readonly benefit: number;
	/** The parts of the benefit; they add up to it. */
	readonly support: Support;
	readonly harm: number;
	readonly cost: number;
	/** The part of the cost that has been pledged. */
	readonly pledged: number;
	readonly net: number;
	readonly cumulative: number;
};

/**
 * Gives the mean benefit, harm and cost of a scenario year by year, discounted like the totals, so
 * that the years add up to them.
 */
export function timeline(ledger: Ledger, means: Means, file: WorkshopFile): YearValue[] {
	const years = new Years(file.workshop.horizonYears);
	for (const { record, estimate, scale } of ledger.effects)
		years.add(estimate.sign === 1 ? supportOf(record, file.challenges) : 'harm', {
			euros: means.yearly(estimate),
			from: estimate.firstYear,
			scale
		});
	const pledged = pledgedIn(file);
	for (const contribution of ledger.contributions) {
		const { estimate, scale } = contribution;
		years.add(pledged.has(nameOf(contribution)) ? 'pledged' : 'open', {
			euros: means.yearly(estimate),
			from: estimate.firstYear,
			scale
		});
	}
	return years.from(file.workshop.startYear);
}

const parts = ['substantiated', 'plausible', 'wish', 'harm', 'pledged', 'open'] as const;

type Part = (typeof parts)[number];

type Yearly = { readonly euros: Float64Array; readonly from: number; readonly scale: number };

/** Adds up what comes and goes, year by year. */
class Years {
	readonly #count: number;
	readonly #sums: Readonly<Record<Part, Float64Array>>;

	constructor(count: number) {
		this.#count = count;
		const empty = parts.map((part) => [part, new Float64Array(count)] as const);
		this.#sums = Object.fromEntries(empty) as Record<Part, Float64Array>;
	}

	add(part: Part, { euros, from, scale }: Yearly): void {
		const sum = this.#sums[part];
		for (let age = 0; age < euros.length; age += 1)
			sum[from + age] = (sum[from + age] as number) + (euros[age] as number) * scale;
	}

	from(startYear: number): YearValue[] {
		let cumulative = 0;
		return Array.from({ length: this.#count }, (_, place) => {
			const of = (part: Part) => this.#sums[part][place] as number;
			const support = {
				substantiated: of('substantiated'),
				plausible: of('plausible'),
				wish: of('wish')
			};
			const benefit = support.substantiated + support.plausible + support.wish;
			const [harm, pledged] = [of('harm'), of('pledged')];
			const cost = pledged + of('open');
			const net = benefit + harm - cost;
			cumulative += net;
			return {
				year: startYear + place,
				...{ benefit, support, harm, cost, pledged, net, cumulative }
			};
		});
	}
}

function pledgedIn({ measures }: WorkshopFile): ReadonlySet<string> {
	return new Set(
		measures.flatMap(({ id, contributions }) =>
			contributions.filter(({ confirmed }) => confirmed).map((one) => `${id}/${one.id}`)
		)
	);
}

function nameOf({ estimate }: CountedContribution): string {
	return `${estimate.measureId}/${estimate.contributionId}`;
}
