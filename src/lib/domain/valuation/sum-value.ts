import type { Party } from '../party.ts';
import type { Distribution } from './distribution.ts';
import type { PartyValue } from './party-value.ts';
import type { SumFigures } from './sum-figures.ts';
import type { Support, SupportKind } from './support.ts';
import { pooled, type ValueInput } from './value-input.ts';

/** What the parties of one sort pay, receive and have left together. */
export type GroupValue = Pick<PartyValue, 'pays' | 'receives' | 'net'>;

/** Sums over several parties or effects, with the ranges of those sums. */
export type SumValues = {
	/** Benefits and harms of everybody together. */
	readonly receives: Distribution;
	readonly groups: Readonly<Record<Party['kind'], GroupValue>>;
	readonly support: Readonly<Record<SupportKind, Distribution>>;
};

/** The means that the sums have, added up from what stands beside them on screen. */
type SumMeans = {
	readonly receives: number;
	readonly parties: readonly PartyValue[];
	readonly support: Support;
};

/** Puts means and ranges of sums together; null where nobody asked for them. */
export function sumValues(input: ValueInput, means: SumMeans): SumValues | null {
	if (!input.figures[0]?.sums) return null;
	const spread = (mean: number, find: (sums: SumFigures) => Float64Array) =>
		pooled(input, ({ sums }) => sums && find(sums), { mean });
	const group = (kind: Party['kind']): GroupValue => {
		const own = means.parties.filter((_, place) => input.file.parties[place]?.kind === kind);
		const mean = (column: keyof GroupValue) =>
			own.reduce((sum, party) => sum + party[column].mean, 0);
		return {
			pays: spread(mean('pays'), ({ groups }) => groups[kind].pays),
			receives: spread(mean('receives'), ({ groups }) => groups[kind].receives),
			net: spread(mean('net'), ({ groups }) => groups[kind].net)
		};
	};
	const support = (kind: SupportKind) => spread(means.support[kind], (sums) => sums.support[kind]);
	return {
		receives: spread(means.receives, ({ receives }) => receives),
		groups: { people: group('people'), budget: group('budget') },
		support: {
			substantiated: support('substantiated'),
			plausible: support('plausible'),
			wish: support('wish')
		}
	};
}
