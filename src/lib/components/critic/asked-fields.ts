import type { CardKind } from '../arena/card-record.ts';

/**
 * The fields that have a place of their own in the editor of a card. What the critic asks about
 * anything else of the card, or about the card as a whole, stands at the top of its editor.
 */
export const askedFields: Readonly<Record<CardKind, readonly string[]>> = {
	effect: [
		...['because', 'measureIds', 'amount', 'inputs', 'formula', 'strength', 'unit'],
		...['unitValue', 'unitValueSource', 'evidence', 'recipients', 'startMonth', 'durationMonths'],
		...['probability', 'deadweight', 'attributionToOthers', 'displacement', 'dropOff'],
		...['dimension', 'indicatorId', 'claim', 'leadsToEffectId', 'maxPerPerson']
	],
	measure: [
		...['description', 'ownerName', 'contributions', 'startMonth', 'durationMonths'],
		...['minLeadMonths', 'reach', 'keyStaffMonths', 'fundingUntilYear', 'leadPartyId', 'type'],
		...['scale', 'domain', 'influence', 'dependsOn', 'flags', 'legalBasis', 'demandEvidence'],
		...['exitCondition', 'targetProfile']
	],
	party: ['atTable', 'sector']
};
