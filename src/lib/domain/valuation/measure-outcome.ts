import type { Distribution } from './distribution.ts';
import type { CountedMeasure } from './ledger.ts';
import { pooled, type ValueInput } from './value-input.ts';

/** What is put into a measure in a scenario, and the means of the effects that need it. */
export type MeasureOutcome = {
	readonly id: string;
	readonly scale: number;
	readonly cost: Distribution;
	/** Mean euros per contribution with an amount. */
	readonly payments: readonly Payment[];
	/** An effect of several measures is in the benefit or harm of each: these do not add up. */
	readonly benefit: number;
	readonly harm: number;
	/** Contributions that cannot be added up, by id. */
	readonly invalid: readonly string[];
};

export type Payment = {
	readonly contributionId: string;
	readonly partyId: string;
	readonly euros: number;
};

/** Gives the measures of a scenario in the order of the workshop. */
export function measureOutcomes(input: ValueInput): MeasureOutcome[] {
	const { file, ledger } = input;
	const places = new Map(ledger.measures.map(({ id }, place) => [id, place]));
	const sums = sumsOfEffects(input);
	return file.measures.flatMap(({ id }) => {
		const place = places.get(id);
		const measure = place === undefined ? undefined : ledger.measures[place];
		if (!measure || place === undefined) return [];
		const { benefit, harm } = sums.get(id) ?? noEffects;
		return [{ ...costs(measure, place, input), benefit, harm }];
	});
}

const noEffects = { benefit: 0, harm: 0 };

function costs(measure: CountedMeasure, place: number, input: ValueInput) {
	const { id, scale, invalid } = measure;
	const mean = input.means.line(measure.costs);
	return {
		...{ id, scale, invalid },
		cost: pooled(input, ({ measures }) => measures[place], { mean, scale }),
		payments: measure.contributions.map(({ estimate }) => ({
			contributionId: estimate.contributionId,
			partyId: estimate.partyId,
			euros: input.means.total(estimate) * scale
		}))
	};
}

/** Adds up the mean benefit and harm of the effects that need a measure, per measure. */
function sumsOfEffects({ ledger, means }: ValueInput): Map<string, typeof noEffects> {
	const sums = new Map(ledger.measures.map(({ id }) => [id, { ...noEffects }]));
	for (const { record, estimate, scale } of ledger.effects)
		for (const id of record.measureIds) {
			const sum = sums.get(id);
			if (sum) sum[estimate.sign === 1 ? 'benefit' : 'harm'] += means.total(estimate) * scale;
		}
	return sums;
}
