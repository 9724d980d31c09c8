import type { Contribution } from './contribution.ts';
import type { Measure } from './measure.ts';
import type { Party } from './party.ts';
import type { Scenario } from './scenario.ts';
import { measuresIn } from './valuation/scenario-membership.ts';

/** What a party does in a measure, with what: input for performance agreements. */
export type Agreement = {
	readonly measure: Measure;
	readonly party: Party;
	/** Of the measure: who leads it may not be who puts something in. */
	readonly lead: Party | undefined;
	readonly contribution: Contribution;
	/** The number by which the scenario multiplies the measure. */
	readonly scale: number;
};

type Board = {
	readonly parties: readonly Party[];
	readonly measures: readonly Measure[];
	readonly scenarios: readonly Scenario[];
};

/**
 * Lists what the parties put into the measures of a scenario, in the order of the board; without such a
 * scenario what they put into all measures.
 */
export function agreementsOf(
	{ parties, measures, scenarios }: Board,
	scenarioId: string
): Agreement[] {
	const scenario = scenarios.find(({ id }) => id === scenarioId);
	const scales = scenario ? measuresIn(scenario) : undefined;
	const partyOf = (id: string | null) => parties.find((party) => party.id === id);
	return measures.flatMap((measure) => {
		const scale = scales ? scales.get(measure.id) : 1;
		if (scale === undefined) return [];
		return measure.contributions.flatMap((contribution) => {
			const party = partyOf(contribution.partyId);
			const lead = partyOf(measure.leadPartyId);
			return party ? [{ measure, party, lead, contribution, scale }] : [];
		});
	});
}
