import type { Effect } from '../effect.ts';
import type { Scenario } from '../scenario.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import type { ContributionEstimate } from './contribution-estimate.ts';
import { keptAfterHaircut } from './corrected-value.ts';
import type { EffectEstimate, ShareOfParty } from './effect-estimate.ts';
import type { Estimates } from './estimates.ts';
import type { InvalidReason } from './invalid.ts';
import { hasFixedShares, meanRest, meanShare } from './receipts.ts';
import { measuresIn, scaleOf, type MeasuresIn } from './scenario-membership.ts';

export type Source = EffectEstimate | ContributionEstimate;

/** One entry in a line: a part of what an effect or contribution is worth, times a number. */
export type Posting = {
	/** The name under which it is added up; the same record always has the same name. */
	readonly id: string;
	readonly source: Source;
	/** The whole value, what reaches nobody by name, or what the recipient at this place gets. */
	readonly part: 'value' | 'unallocated' | number;
	/** The scale in the scenario and whatever else multiplies every sample alike. */
	readonly times: number;
	/** The mean share of the source's value that this part is. */
	readonly meanShare: number;
};

export type Line = readonly Posting[];

/** An effect that counts in a scenario and has a value in euros. */
export type CountedEffect = {
	readonly record: Effect;
	readonly estimate: EffectEstimate;
	readonly scale: number;
};

/** A contribution to a measure of a scenario that has an amount in euros. */
export type CountedContribution = {
	readonly estimate: ContributionEstimate;
	readonly scale: number;
};

/** A measure of a scenario with what is put into it, and the contributions that cannot be added up. */
export type CountedMeasure = {
	readonly id: string;
	readonly scale: number;
	readonly contributions: readonly CountedContribution[];
	/** At scale 1. */
	readonly costs: Line;
	readonly invalid: readonly string[];
};

/** What is added up for one scenario. */
export type Ledger = {
	readonly scenario: Pick<Scenario, 'id' | 'title'>;
	readonly measures: readonly CountedMeasure[];
	readonly effects: readonly CountedEffect[];
	readonly contributions: readonly CountedContribution[];
	readonly invalid: ReadonlyMap<string, InvalidReason>;
	readonly notInEuros: ReadonlySet<string>;
	readonly totals: Readonly<Record<Total, Line>>;
	readonly parties: readonly PartyLines[];
};

/** What a party pays and what it receives. */
export type PartyLines = { readonly id: string; readonly pays: Line; readonly receives: Line };

export type Total = 'benefit' | 'harm' | 'correctedBenefit' | 'cost' | 'unallocated';

/** What a ledger is made from; invalid names the sources that are left out. */
export type LedgerInput = {
	readonly file: WorkshopFile;
	readonly estimates: Estimates;
	readonly invalid: ReadonlyMap<Source, InvalidReason>;
};

/**
 * Works out what is to be added up for a scenario: MODEL.md section 3, scenario totals.
 *
 * An effect counts when all its measures are in the scenario, times the smallest of their scales. An
 * effect without value in euros, and one that is invalid, is named and is in no line.
 */
export function openLedger(
	scenario: Pick<Scenario, 'id' | 'title' | 'choices'>,
	input: LedgerInput
): Ledger {
	const scales = measuresIn(scenario);
	const counted = countEffects(scales, input);
	const measures = countMeasures(scales, input);
	const contributions = measures.flatMap((measure) => measure.contributions);
	return {
		scenario,
		measures,
		...counted,
		contributions,
		totals: totalsOf(counted.effects, contributions, input.file),
		parties: partyLines(counted.effects, contributions, input.file)
	};
}

function countEffects(scales: MeasuresIn, { estimates, invalid }: LedgerInput) {
	const effects: CountedEffect[] = [];
	const reasons = new Map<string, InvalidReason>();
	const notInEuros = new Set<string>();
	for (const { record, estimate } of estimates.effects) {
		const scale = scaleOf(record, scales);
		if (scale === undefined) continue;
		if (estimate === 'not-in-euros') notInEuros.add(record.id);
		else if (estimate === 'formula-refused') reasons.set(record.id, estimate);
		else {
			const reason = invalid.get(estimate);
			if (reason) reasons.set(record.id, reason);
			else effects.push({ record, estimate, scale });
		}
	}
	return { effects, invalid: reasons, notInEuros };
}

function countMeasures(scales: MeasuresIn, { estimates, invalid }: LedgerInput): CountedMeasure[] {
	return [...estimates.measures].flatMap(({ record: { id }, estimate }) => {
		const scale = scales.get(id);
		if (scale === undefined) return [];
		const counted = estimate.filter((contribution) => !invalid.has(contribution));
		const contributions = counted.map((contribution) => ({ estimate: contribution, scale }));
		const left = estimate.filter((contribution) => invalid.has(contribution));
		return {
			...{ id, scale, contributions },
			costs: counted.map((contribution) => paid({ estimate: contribution, scale: 1 })),
			invalid: left.map(({ contributionId }) => contributionId)
		};
	});
}

function totalsOf(
	effects: readonly CountedEffect[],
	contributions: readonly CountedContribution[],
	{ workshop }: WorkshopFile
): Record<Total, Line> {
	const benefits = effects.filter(({ estimate }) => estimate.sign === 1);
	return {
		benefit: benefits.map((effect) => whole(effect, 1)),
		harm: effects.filter(({ estimate }) => estimate.sign === -1).map((effect) => whole(effect, 1)),
		correctedBenefit: benefits.map((effect) =>
			whole(effect, keptAfterHaircut(effect.record, workshop.haircuts))
		),
		cost: contributions.map(paid),
		unallocated: effects.flatMap(rest)
	};
}

/** The whole value of an effect, or what is kept of it, as an entry of a line. */
export function whole({ estimate, scale }: CountedEffect, kept: number): Posting {
	return { id: estimate.id, source: estimate, part: 'value', times: scale * kept, meanShare: 1 };
}

function rest({ estimate, scale }: CountedEffect): Posting[] {
	const { id } = estimate;
	const left = meanRest(estimate);
	if (!hasFixedShares(estimate))
		return [{ id, source: estimate, part: 'unallocated', times: scale, meanShare: left }];
	if (left === 0) return [];
	return [{ id, source: estimate, part: 'value', times: scale * left, meanShare: 1 }];
}

function partyLines(
	effects: readonly CountedEffect[],
	contributions: readonly CountedContribution[],
	{ parties }: WorkshopFile
): PartyLines[] {
	const lines = parties.map(({ id }) => ({ id, pays: [] as Posting[], receives: [] as Posting[] }));
	const byId = new Map(lines.map((line) => [line.id, line]));
	for (const contribution of contributions)
		byId.get(contribution.estimate.partyId)?.pays.push(paid(contribution));
	for (const effect of effects)
		for (const [place, { partyId, spread }] of effect.estimate.shares.entries())
			if (spread) byId.get(partyId)?.receives.push(receipt(effect, place));
	return lines;
}

function receipt({ estimate, scale }: CountedEffect, place: number): Posting {
	const { id } = estimate;
	const mean = meanShare(estimate.shares[place] as ShareOfParty);
	if (hasFixedShares(estimate))
		return { id, source: estimate, part: 'value', times: scale * mean, meanShare: 1 };
	return { id, source: estimate, part: place, times: scale, meanShare: mean };
}

function paid({ estimate, scale }: CountedContribution): Posting {
	const id = `${estimate.measureId}/${estimate.contributionId}`;
	return { id, source: estimate, part: 'value', times: scale, meanShare: 1 };
}
