import type { ScenarioFigures } from './block-figures.ts';
import type { Distribution } from './distribution.ts';
import { effectOutcomes, type EffectOutcome } from './effect-outcome.ts';
import { measureOutcomes, type MeasureOutcome } from './measure-outcome.ts';
import { partyValues, type PartyValue } from './party-value.ts';
import { paybackYear } from './payback.ts';
import { correctedSupportSplit, supportSplit, type Support } from './support.ts';
import { sumValues, type SumValues } from './sum-value.ts';
import { timeline, type YearValue } from './timeline.ts';
import { smallestTransfers, type WrongPocket } from './transfers.ts';
import { pooled, type ValueInput } from './value-input.ts';
import { yearRanges, type YearRange } from './year-range.ts';

/** What a scenario is worth: MODEL.md section 3. */
export type ScenarioValue = {
	readonly id: string;
	readonly title: string;
	readonly benefit: Distribution;
	readonly harm: Distribution;
	readonly cost: Distribution;
	readonly net: Distribution;
	readonly correctedNet: Distribution;
	readonly chanceNetPositive: number;
	readonly paybackYear: number | null;
	readonly support: Support;
	/** The same split of what is left of every benefit after its haircut. */
	readonly correctedSupport: Support;
	/** The mean of every benefit after its haircut. */
	readonly correctedBenefit: number;
	readonly parties: readonly PartyValue[];
	readonly unallocated: Distribution;
	readonly effects: readonly EffectOutcome[];
	readonly measures: readonly MeasureOutcome[];
	readonly notInEuros: readonly string[];
	readonly years: readonly YearValue[];
	/** How every year can turn out; empty where nobody asked. */
	readonly yearRanges: readonly YearRange[];
	/** Sums over several parties or effects with their ranges; null where nobody asked. */
	readonly sums: SumValues | null;
	readonly wrongPocket: WrongPocket;
	/** The net in every sample, one column per replicate; a new object only when something changed. */
	readonly netSamples: readonly Float64Array[];
};

/** Puts the closed-form means and the quantiles of all replicates of a scenario together. */
export function scenarioValue(input: ValueInput): ScenarioValue {
	const { file, ledger, means, figures } = input;
	const years = timeline(ledger, means, file);
	const parties = partyValues(input);
	const support = supportSplit(ledger, means, file.challenges);
	const all = totals(input);
	return {
		id: ledger.scenario.id,
		title: ledger.scenario.title,
		...all,
		chanceNetPositive:
			figures.reduce((sum, { chanceNetPositive }) => sum + chanceNetPositive, 0) / figures.length,
		paybackYear: paybackYear(years),
		support,
		correctedSupport: correctedSupportSplit(ledger, means, file),
		parties,
		effects: effectOutcomes(input),
		measures: measureOutcomes(input),
		notInEuros: file.effects.map(({ id }) => id).filter((id) => ledger.notInEuros.has(id)),
		years,
		yearRanges: yearRanges(input, years),
		sums: sumValues(input, { receives: all.benefit.mean + all.harm.mean, parties, support }),
		wrongPocket: smallestTransfers(parties.map((party, place) => asPurse(party, place, input))),
		netSamples: figures.map(({ netSamples }) => netSamples)
	};
}

type Totals = Pick<
	ScenarioValue,
	'benefit' | 'harm' | 'cost' | 'net' | 'correctedNet' | 'correctedBenefit' | 'unallocated'
>;

/** net = benefit + harm - cost; harm is 0 or less. */
function totals(input: ValueInput): Totals {
	const { means } = input;
	const lines = input.ledger.totals;
	const benefit = means.line(lines.benefit);
	const harm = means.line(lines.harm);
	const cost = means.line(lines.cost);
	const corrected = means.line(lines.correctedBenefit);
	const spread = (mean: number, name: keyof ScenarioFigures & keyof Totals) =>
		pooled(input, (figures) => figures[name], { mean });
	return {
		benefit: spread(benefit, 'benefit'),
		harm: spread(harm, 'harm'),
		cost: spread(cost, 'cost'),
		net: spread(benefit + harm - cost, 'net'),
		correctedNet: spread(corrected + harm - cost, 'correctedNet'),
		correctedBenefit: corrected,
		unallocated: spread(means.line(lines.unallocated), 'unallocated')
	};
}

function asPurse({ id, pays, net }: PartyValue, place: number, { file }: ValueInput) {
	const kind = file.parties[place]?.kind ?? 'people';
	return { id, kind, pays: pays.mean, net: net.mean };
}
