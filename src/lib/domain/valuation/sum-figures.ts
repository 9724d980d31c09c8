import type { Party } from '../party.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import type { PartyFigures } from './block-figures.ts';
import type { Block } from './block.ts';
import { whole, type Ledger, type PartyLines } from './ledger.ts';
import { supportOf, type SupportKind } from './support.ts';

/**
 * The quantiles of sums over several parties or effects. Ranges don't add up, because what one party
 * gets little of in a sample another may get much of: these are sums of samples.
 */
export type SumFigures = {
	/** Benefits and harms of everybody together. */
	readonly receives: Float64Array;
	readonly groups: Readonly<Record<Party['kind'], PartyFigures>>;
	readonly support: Readonly<Record<SupportKind, Float64Array>>;
};

/** Adds up the parties of a sort, and the benefits with the same support, in every sample of a block. */
export function sumFigures(
	block: Block,
	ledger: Ledger,
	file: Pick<WorkshopFile, 'parties' | 'challenges'>
): SumFigures {
	const { id } = ledger.scenario;
	const { benefit, harm } = ledger.totals;
	const everybody = block.combine(`${id} receives`, [
		{ column: block.sum(`${id} benefit`, benefit), times: 1 },
		{ column: block.sum(`${id} harm`, harm), times: 1 }
	]);
	const group = (kind: Party['kind']) =>
		groupFigures(block, `${id} ${kind}`, linesOf(kind, ledger, file.parties));
	const support = (kind: SupportKind) =>
		block.quantiles(block.sum(`${id} ${kind}`, supportedBy(kind, ledger, file)));
	return {
		receives: block.quantiles(everybody),
		groups: { people: group('people'), budget: group('budget') },
		support: {
			substantiated: support('substantiated'),
			plausible: support('plausible'),
			wish: support('wish')
		}
	};
}

/** Parties come in the order of their ids, so that the order of the cards makes no difference. */
function linesOf(kind: Party['kind'], { parties }: Ledger, known: readonly Party[]): PartyLines[] {
	const kinds = new Map(known.map((party) => [party.id, party.kind]));
	return parties
		.filter(({ id }) => kinds.get(id) === kind)
		.sort((one, other) => (one.id < other.id ? -1 : 1));
}

function groupFigures(block: Block, name: string, lines: readonly PartyLines[]): PartyFigures {
	const all = (column: 'pays' | 'receives') =>
		block.combine(
			`${name} ${column}`,
			lines.map((line) => ({
				column: block.sum(`${name} ${line.id} ${column}`, line[column]),
				times: 1
			}))
		);
	const [pays, receives] = [all('pays'), all('receives')];
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

function supportedBy(
	kind: SupportKind,
	{ effects }: Ledger,
	{ challenges }: Pick<WorkshopFile, 'challenges'>
) {
	return effects
		.filter(({ estimate }) => estimate.sign === 1)
		.filter(({ record }) => supportOf(record, challenges) === kind)
		.map((effect) => whole(effect, 1));
}
