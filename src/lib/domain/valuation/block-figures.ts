import type { WorkshopFile } from '../workshop-file.ts';
import type { Block } from './block.ts';
import { compare, type ComparisonFigures } from './comparison.ts';
import type { EffectEstimate } from './effect-estimate.ts';
import type { InvalidReason } from './invalid.ts';
import type { Ledger, Source } from './ledger.ts';
import { cumulative, netPerYear } from './net-per-year.ts';
import { sumFigures, type SumFigures } from './sum-figures.ts';

/** What one block says about a scenario; every Float64Array but netSamples holds five quantiles. */
export type ScenarioFigures = {
	readonly benefit: Float64Array;
	readonly harm: Float64Array;
	readonly cost: Float64Array;
	readonly net: Float64Array;
	readonly correctedNet: Float64Array;
	readonly unallocated: Float64Array;
	readonly chanceNetPositive: number;
	readonly netSamples: Float64Array;
	readonly parties: readonly PartyFigures[];
	readonly effects: readonly Float64Array[];
	readonly measures: readonly Float64Array[];
	/** Empty for a scenario of which nobody asked the details. */
	readonly years: readonly YearFigures[];
	/** Undefined for a scenario of which nobody asked the details. */
	readonly sums: SumFigures | undefined;
};

/** The net of one year, and that of all years up to and including it. */
export type YearFigures = { readonly net: Float64Array; readonly cumulative: Float64Array };

/** The scenario of which every year and sums over parties are wanted, and the workshop that it is in. */
export type WantedDetails = { readonly of: string | undefined; readonly file: WorkshopFile };

export type PartyFigures = {
	readonly pays: Float64Array;
	readonly receives: Float64Array;
	readonly net: Float64Array;
};

export type BlockFigures = {
	readonly scenarios: readonly ScenarioFigures[];
	readonly comparison: ComparisonFigures;
	readonly amounts: ReadonlyMap<EffectEstimate, number>;
};

/** Finds the effects and contributions of which a sample cannot be used. */
export function findInvalid(block: Block, ledgers: readonly Ledger[]): Map<Source, InvalidReason> {
	const invalid = new Map<Source, InvalidReason>();
	for (const { effects, contributions } of ledgers) {
		for (const { estimate } of effects) note(estimate, block.effect(estimate).invalid);
		for (const { estimate } of contributions) note(estimate, block.contribution(estimate).invalid);
	}
	function note(source: Source, reason: InvalidReason | null) {
		if (reason) invalid.set(source, reason);
	}
	return invalid;
}

/** Works out everything that one block says about the scenarios. */
export function blockFigures(
	block: Block,
	ledgers: readonly Ledger[],
	details: WantedDetails
): BlockFigures {
	const scenarios = ledgers.map((ledger) => ({
		...scenarioFigures(block, ledger),
		...detailFigures(block, ledger, details)
	}));
	const amounts = new Map<EffectEstimate, number>();
	for (const { effects } of ledgers)
		for (const { estimate } of effects) amounts.set(estimate, block.effect(estimate).meanAmount);
	block.forgetUnused();
	return { scenarios, comparison: compare(scenarios.map(({ netSamples }) => netSamples)), amounts };
}

function detailFigures(block: Block, ledger: Ledger, { of, file }: WantedDetails) {
	if (ledger.scenario.id !== of) return { years: [], sums: undefined };
	return {
		years: yearFigures(block, ledger, file.workshop.horizonYears),
		sums: sumFigures(block, ledger, file)
	};
}

function yearFigures(block: Block, ledger: Ledger, count: number): YearFigures[] {
	const nets = netPerYear(block, ledger, count);
	const sums = cumulative(nets);
	return nets.map((net, place) => ({
		net: block.quantiles(net),
		cumulative: block.quantiles(sums[place] ?? net)
	}));
}

function scenarioFigures(block: Block, ledger: Ledger): Omit<ScenarioFigures, 'years' | 'sums'> {
	const { id } = ledger.scenario;
	const { totals } = ledger;
	const benefit = block.sum(`${id} benefit`, totals.benefit);
	const harm = block.sum(`${id} harm`, totals.harm);
	const cost = block.sum(`${id} cost`, totals.cost);
	const corrected = block.sum(`${id} corrected`, totals.correctedBenefit);
	const net = netOf(block, `${id} net`, { benefit, harm, cost });
	const correctedNet = netOf(block, `${id} correctedNet`, { benefit: corrected, harm, cost });
	return {
		benefit: block.quantiles(benefit),
		harm: block.quantiles(harm),
		cost: block.quantiles(cost),
		net: block.quantiles(net),
		correctedNet: block.quantiles(correctedNet),
		unallocated: block.quantiles(block.sum(`${id} unallocated`, totals.unallocated)),
		chanceNetPositive: shareAboveZero(net),
		netSamples: net,
		parties: ledger.parties.map((party) => partyFigures(block, id, party)),
		effects: ledger.effects.map(({ estimate }) => block.quantiles(block.effect(estimate).value)),
		measures: ledger.measures.map((measure) =>
			block.quantiles(block.sum(`measure ${measure.id}`, measure.costs))
		)
	};
}

type Flows = { benefit: Float64Array; harm: Float64Array; cost: Float64Array };

function netOf(block: Block, name: string, { benefit, harm, cost }: Flows): Float64Array {
	return block.combine(name, [
		{ column: benefit, times: 1 },
		{ column: harm, times: 1 },
		{ column: cost, times: -1 }
	]);
}

function partyFigures(
	block: Block,
	scenarioId: string,
	party: Ledger['parties'][number]
): PartyFigures {
	const name = `${scenarioId} party ${party.id}`;
	const pays = block.sum(`${name} pays`, party.pays);
	const receives = block.sum(`${name} receives`, party.receives);
	const net = block.combine(`${name} net`, [
		{ column: receives, times: 1 },
		{ column: pays, times: -1 }
	]);
	return {
		pays: block.quantiles(pays),
		receives: block.quantiles(receives),
		net: block.quantiles(net)
	};
}

function shareAboveZero(column: Float64Array): number {
	let above = 0;
	for (let sample = 0; sample < column.length; sample += 1)
		if ((column[sample] as number) > 0) above += 1;
	return above / column.length;
}
