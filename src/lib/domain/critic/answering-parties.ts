import type { Target } from '../challenge.ts';
import type { Effect } from '../effect.ts';
import type { Measure } from '../measure.ts';

type Cards = {
	readonly measures: readonly Pick<Measure, 'id' | 'leadPartyId'>[];
	readonly effects: readonly Pick<Effect, 'id' | 'initiatorPartyId' | 'measureIds'>[];
};

/**
 * Lists the parties that answer for what a challenge is about: the one that leads the measure, and for
 * an effect also the one that brought it in. Empty where only the facilitator answers, for the group.
 */
export function answeringParties({ kind, id }: Target, { measures, effects }: Cards): string[] {
	const leadOf = (measureId: string) =>
		measures.find((measure) => measure.id === measureId)?.leadPartyId ?? null;
	const effect = kind === 'effect' ? effects.find((one) => one.id === id) : undefined;
	const parties =
		kind === 'measure'
			? [leadOf(id)]
			: effect
				? [effect.initiatorPartyId, ...effect.measureIds.map(leadOf)]
				: [];
	return [...new Set(parties.filter((partyId) => partyId !== null))];
}
