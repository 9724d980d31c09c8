import type { Contribution } from '../contribution.ts';
import type { Effect } from '../effect.ts';
import type { Indicator } from '../indicator.ts';
import type { Measure } from '../measure.ts';
import type { Party, Sector } from '../party.ts';
import type { Language } from '../vocabulary.ts';
import type { EffectHint, LibraryMeasure } from './measures.ts';

/** The fields of a measure that the library can fill in. */
export type MeasureDraft = Pick<
	Measure,
	| 'title'
	| 'description'
	| 'type'
	| 'domain'
	| 'influence'
	| 'minLeadMonths'
	| 'flags'
	| 'leadPartyId'
	| 'libraryId'
>;

export type ContributionDraft = Pick<
	Contribution,
	'partyId' | 'kind' | 'amount' | 'hours' | 'timing'
>;

export type EffectDraft = Pick<
	Effect,
	'title' | 'measureIds' | 'direction' | 'dimension' | 'indicatorId' | 'recipients' | 'otherArea'
>;

/** What the library needs to know about the workshop to make a suggestion for it. */
export type SuggestionContext = {
	readonly language: Language;
	readonly parties: readonly Party[];
	readonly indicators: readonly Indicator[];
};

/** Prefills a measure from the library; the lead is the first party of the sector that usually leads. */
export function suggestedMeasure(
	from: LibraryMeasure,
	{ language, parties }: Pick<SuggestionContext, 'language' | 'parties'>
): MeasureDraft {
	const { type, domain, influence, minLeadMonths, flags } = from.defaults;
	return {
		title: from.title[language],
		description: from.description[language],
		type,
		domain,
		influence,
		minLeadMonths,
		flags: [...flags],
		leadPartyId: parties.find(({ sector }) => sector === from.firstResponsible)?.id ?? null,
		libraryId: from.id
	};
}

/** Who usually puts something in: the first party of the sector, where the workshop has one. */
export type SuggestedContribution = {
	readonly sector: Sector;
	readonly partyId: string | undefined;
	/** Amounts stay empty, because nobody estimated them. */
	readonly draft: Omit<ContributionDraft, 'partyId'>;
};

/** Suggests who puts something in, in the order of the library. */
export function suggestedContributions(
	from: LibraryMeasure,
	parties: readonly Party[]
): SuggestedContribution[] {
	return from.defaults.contributions.map(({ sector, kind, timing }) => ({
		sector,
		partyId: parties.find((one) => one.sector === sector)?.id,
		draft: { kind, amount: null, hours: null, timing }
	}));
}

/**
 * Suggests what changes because of a measure: every party of a sector that is usually reached
 * is a recipient of an unknown share.
 */
export function suggestedEffects(
	from: LibraryMeasure,
	measureId: string,
	context: SuggestionContext
): EffectDraft[] {
	return from.defaults.effects.map((hint) => ({
		title: hint.title[context.language],
		measureIds: [measureId],
		direction: hint.direction,
		dimension: hint.dimension,
		indicatorId: followedBy(hint, context.indicators),
		recipients: context.parties
			.filter(({ sector }) => hint.recipientSectors.includes(sector))
			.map(({ id }) => ({ partyId: id, share: null, certain: false })),
		otherArea: hint.otherArea
	}));
}

function followedBy({ indicatorLibraryId }: EffectHint, indicators: readonly Indicator[]) {
	if (indicatorLibraryId === null) return null;
	return indicators.find(({ libraryId }) => libraryId === indicatorLibraryId)?.id ?? null;
}

/** Lists the sectors that a library measure usually reaches and that have no party in the workshop yet. */
export function missingReceivers(from: LibraryMeasure, parties: readonly Party[]): Sector[] {
	const reached = from.defaults.effects.flatMap(({ recipientSectors }) => recipientSectors);
	const present = new Set(parties.map(({ sector }) => sector));
	return [...new Set(reached)].filter((sector) => !present.has(sector));
}
