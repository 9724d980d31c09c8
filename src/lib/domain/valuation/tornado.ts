import { costAtMeans, effectAtMeans } from './at-means.ts';
import type { Ledger } from './ledger.ts';
import { contributionLever, effectLevers, type Lever, type LeverTarget } from './levers.ts';
import { spreadTenths } from './sampling/spread-quantile.ts';
import { switchingValue } from './switching-value.ts';

/** How much one quantity moves the net of a scenario, and where it would turn it around. */
export type TornadoRow = {
	readonly target: LeverTarget;
	/** Net at the quantity's p10 and at its p90, the rest at their means. */
	readonly low: number;
	readonly high: number;
	/** The value at which the net is 0; null when the quantity cannot have such a value. */
	readonly switchingValue: number | null;
};

/**
 * Moves every quantity of a scenario on its own, from its p10 to its p90, and sorts by what it does.
 *
 * One-at-a-time sensitivity in closed form: no samples, so no noise. Ties are sorted by kind, id and
 * field. A quantity that is one value has no swing but may have a switching value.
 * Source: T.G. Eschenbach (1992), Spiderplots versus Tornado Diagrams for Sensitivity Analysis,
 * Interfaces 22(6), 40-46.
 */
export function tornado(ledger: Ledger): TornadoRow[] {
	const effects = ledger.effects.flatMap((effect) => effectAtMeans(effect) ?? []);
	const net =
		effects.reduce((sum, { euros }) => sum + euros, 0) -
		ledger.contributions.reduce((sum, contribution) => sum + costAtMeans(contribution), 0);
	return [...effects.flatMap(effectLevers), ...ledger.contributions.map(contributionLever)]
		.map((lever) => rowOf(lever, net))
		.filter(({ low, high }) => Math.abs(low) < Infinity && Math.abs(high) < Infinity)
		.sort(bySwing);
}

function rowOf(lever: Lever, net: number): TornadoRow {
	const { p10, p90 } = spreadTenths(lever.spread);
	const others = net - lever.euros;
	const isPoint = lever.spread.kind === 'point';
	return {
		target: lever.target,
		low: isPoint ? net : others + lever.eurosAt(p10),
		high: isPoint ? net : others + lever.eurosAt(p90),
		switchingValue: switchingValue(lever, net)
	};
}

function bySwing(one: TornadoRow, other: TornadoRow): number {
	const swing = Math.abs(other.high - other.low) - Math.abs(one.high - one.low);
	return swing || compareText(keyOf(one), keyOf(other));
}

function keyOf({ target: { kind, id, field } }: TornadoRow): string {
	return `${kind} ${id} ${field}`;
}

function compareText(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
