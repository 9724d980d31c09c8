import type { Contribution } from '../../contribution.ts';
import type { Measure, MeasureFlag } from '../../measure.ts';

export function hasFlag({ flags }: Measure, flag: MeasureFlag): boolean {
	return flags.includes(flag);
}

/** Lists who leads or contributes to a measure, each party once. */
export function partiesOf({ leadPartyId, contributions }: Measure): Set<string> {
	const parties = new Set(contributions.map(({ partyId }) => partyId));
	if (leadPartyId !== null) parties.add(leadPartyId);
	return parties;
}

/** Tells whether a pledge says neither how much nor when; other help that is confirmed is no pledge. */
export function isEmptyPledge(contribution: Contribution): boolean {
	const { kind, amount, hours, deadline, confirmed } = contribution;
	if (kind === 'other' && confirmed) return false;
	return amount === null && hours === null && deadline === null;
}
