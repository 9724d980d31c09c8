import type { Besides } from '#lib/charts/flows.ts';
import type { Party } from '#lib/domain/party.ts';
import type { Distribution } from '#lib/domain/valuation/distribution.ts';
import type { PartyValue } from '#lib/domain/valuation/party-value.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { leftOutOf, type LeftOut } from './left-out.ts';

/** One place in the matrix: euros if there are any, and how many things beside them are not in euros. */
export type Cell = {
	readonly mean: number | undefined;
	/** The mean with its range; undefined where that is not known. */
	readonly euros: Distribution | undefined;
	readonly besides: number;
};

/** What is paid, received and left over, in that order on screen. */
export type Cells = { readonly pays: Cell; readonly receives: Cell; readonly net: Cell };

export type MatrixRow = Cells & { readonly party: Party };

/** Purses or people, which are never added together silently. */
export type MatrixGroup = {
	readonly kind: Party['kind'];
	readonly rows: readonly MatrixRow[];
	readonly sums: Cells;
};

export type Matrix = {
	readonly groups: readonly MatrixGroup[];
	readonly unallocated: Distribution;
	readonly value: ScenarioValue;
	/** False when not one contribution or effect of the scenario is in euros. */
	readonly hasEuros: boolean;
	/** What belongs to the scenario and is in none of its sums. */
	readonly leftOut: readonly LeftOut[];
};

type Counts = ReadonlyMap<string, { readonly inEuros: number; readonly besides: number }>;

/** Makes the payer-collector matrix of a scenario: who pays, who receives, purses and people apart. */
export function matrixOf(value: ScenarioValue, file: WorkshopFile): Matrix {
	const [paid, received] = [countPaid(value, file), countReceived(value, file)];
	const rows = value.parties.flatMap((partyValue, place) => {
		const party = file.parties[place];
		return party ? [rowOf(party, partyValue, { paid, received })] : [];
	});
	return {
		groups: [groupOf('budget', rows, value), groupOf('people', rows, value)],
		unallocated: value.unallocated,
		value,
		leftOut: leftOutOf(
			file,
			file.scenarios.filter(({ id }) => id === value.id),
			{
				scenarios: [value]
			}
		),
		hasEuros:
			rows.some(({ net }) => net.euros !== undefined) ||
			value.effects.some((effect) => effect.value !== null)
	};
}

/** Tells of a party whether it gives or gets something that is not in euros. */
export function hasBesides({ groups }: Matrix): Besides {
	const rows = new Map(groups.flatMap((group) => group.rows.map((row) => [row.party.id, row])));
	return (partyId) => {
		const row = rows.get(partyId);
		return { pays: (row?.pays.besides ?? 0) > 0, receives: (row?.receives.besides ?? 0) > 0 };
	};
}

function rowOf(
	party: Party,
	value: PartyValue,
	{ paid, received }: { readonly paid: Counts; readonly received: Counts }
): MatrixRow {
	const pays = cellOf(value.pays, paid.get(party.id));
	const receives = cellOf(value.receives, received.get(party.id));
	const inEuros = pays.euros !== undefined || receives.euros !== undefined;
	const besides = pays.besides + receives.besides;
	return { party, pays, receives, net: cellWith(inEuros ? value.net : undefined, besides) };
}

function cellOf(euros: Distribution, counts = { inEuros: 0, besides: 0 }): Cell {
	return cellWith(counts.inEuros > 0 ? euros : undefined, counts.besides);
}

/** Makes the cell of one result, with nothing or something beside it that is not in euros. */
export function cellWith(euros: Distribution | undefined, besides = 0): Cell {
	return { mean: euros?.mean, euros, besides };
}

/** What everybody receives together, benefits and harms. */
export function receivedTogether({ benefit, harm, sums }: ScenarioValue): Cell {
	return { ...cellWith(sums?.receives), mean: benefit.mean + harm.mean };
}

/** The range of a sum is that of the summed samples: the ranges of its rows don't add up. */
function groupOf(
	kind: Party['kind'],
	all: readonly MatrixRow[],
	{ sums }: ScenarioValue
): MatrixGroup {
	const rows = all.filter(({ party }) => party.kind === kind);
	const sum = (column: keyof Cells) =>
		sumOf(
			rows.map((row) => row[column]),
			sums?.groups[kind][column]
		);
	return { kind, rows, sums: { pays: sum('pays'), receives: sum('receives'), net: sum('net') } };
}

function sumOf(cells: readonly Cell[], euros: Distribution | undefined): Cell {
	const means = cells.flatMap(({ mean }) => mean ?? []);
	return {
		mean: means.length > 0 ? means.reduce((total, mean) => total + mean, 0) : undefined,
		euros: means.length > 0 ? euros : undefined,
		besides: cells.reduce((total, { besides }) => total + besides, 0)
	};
}

class Tally {
	readonly counts = new Map<string, { inEuros: number; besides: number }>();

	add(partyId: string, inEuros: boolean): void {
		const before = this.counts.get(partyId) ?? { inEuros: 0, besides: 0 };
		this.counts.set(partyId, {
			inEuros: before.inEuros + (inEuros ? 1 : 0),
			besides: before.besides + (inEuros ? 0 : 1)
		});
	}
}

/** Hours and other help count in euros only when somebody gave an amount. */
function countPaid({ measures }: ScenarioValue, file: WorkshopFile): Counts {
	const payments = new Map(measures.map((measure) => [measure.id, measure.payments]));
	const tally = new Tally();
	for (const measure of file.measures) {
		const inEuros = payments.get(measure.id);
		if (!inEuros) continue;
		for (const { id, partyId } of measure.contributions)
			tally.add(
				partyId,
				inEuros.some(({ contributionId }) => contributionId === id)
			);
	}
	return tally.counts;
}

/** A recipient whose share nobody knows is reached, but not with an amount. */
function countReceived({ effects, notInEuros }: ScenarioValue, file: WorkshopFile): Counts {
	const reached = new Map<string, ReadonlySet<string>>(notInEuros.map((id) => [id, new Set()]));
	for (const effect of effects)
		reached.set(
			effect.id,
			new Set(effect.value ? effect.receipts.map(({ partyId }) => partyId) : [])
		);
	const tally = new Tally();
	for (const { id, recipients } of file.effects) {
		const inEuros = reached.get(id);
		if (!inEuros) continue;
		for (const { partyId } of recipients) tally.add(partyId, inEuros.has(partyId));
	}
	return tally.counts;
}
