import type { Effect } from '../../effect.ts';
import type { Sector } from '../../party.ts';
import { isBlank } from './text.ts';

export function isBenefit({ direction }: Pick<Effect, 'direction'>): boolean {
	return direction === 'benefit';
}

/** Level of the evidence; not filled in counts as 0. */
export function levelOf({ evidence }: Effect): number {
	return evidence.level ?? 0;
}

export function hasFormula({ formula }: Effect): boolean {
	return !isBlank(formula);
}

/** Tells whether an effect has an amount, or a formula of which every input is estimated. */
export function isQuantified(effect: Effect): boolean {
	if (effect.amount !== null) return true;
	return hasFormula(effect) && effect.inputs.every(({ quantity }) => quantity !== null);
}

/** Tells whether an effect has an amount and a price. */
export function isInEuros(effect: Effect): boolean {
	return isQuantified(effect) && effect.unitValue !== null;
}

/** Tells whether an effect reaches a party of a sector, with a known share or not. */
export function reachesSector(
	{ recipients }: Effect,
	sector: Sector,
	sectors: ReadonlyMap<string, Sector>
): boolean {
	return recipients.some(({ partyId }) => sectors.get(partyId) === sector);
}

type OfMeasures = Pick<Effect, 'measureIds'>;

/** Tells whether two effects have at least one measure in common. */
export function shareMeasure(one: OfMeasures, other: OfMeasures): boolean {
	return one.measureIds.some((id) => other.measureIds.includes(id));
}
