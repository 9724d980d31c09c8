import type { Contribution } from '../contribution.ts';
import type { Effect } from '../effect.ts';
import type { Measure } from '../measure.ts';
import type { Sector } from '../party.ts';
import type { Dimension } from '../vocabulary.ts';
import measureLibrary from './data/measures.json' with { type: 'json' };
import type { LocalText } from './local-text.ts';

/** What prefills a measure that is taken from the library: hints of our own, without amounts. */
export type MeasureDefaults = Readonly<
	Pick<Measure, 'type' | 'domain' | 'influence' | 'minLeadMonths' | 'flags'>
> & {
	readonly contributions: readonly ContributionHint[];
	readonly effects: readonly EffectHint[];
};

/** Who usually puts something in. */
export type ContributionHint = { readonly sector: Sector } & Readonly<
	Pick<Contribution, 'kind' | 'timing'>
>;

/** What usually changes, and for whom. */
export type EffectHint = Readonly<Pick<Effect, 'direction' | 'dimension' | 'otherArea'>> & {
	readonly title: LocalText;
	/** Id in the library of indicators. */
	readonly indicatorLibraryId: string | null;
	readonly recipientSectors: readonly Sector[];
};

/** A group that may gain or lose, in words. */
export type AffectedGroup = LocalText & { readonly sector: Sector };

/** A measure that groups often choose, with what it takes and what can go wrong. */
export type LibraryMeasure = {
	readonly id: string;
	/** Id of its theme. */
	readonly theme: string;
	readonly title: LocalText;
	readonly description: LocalText;
	readonly actors: readonly Sector[];
	readonly firstResponsible: Sector | null;
	readonly firstResponsibleNote: LocalText | null;
	readonly preconditions: readonly LocalText[];
	readonly hindrances: readonly LocalText[];
	readonly dimensions: readonly Dimension[];
	/** Ids in the library of indicators. */
	readonly indicators: readonly string[];
	readonly likelyBeneficiaries: readonly AffectedGroup[];
	readonly possibleLosers: readonly AffectedGroup[];
	readonly source: string;
	readonly defaults: MeasureDefaults;
};

/** A heading under which measures are shown. */
export type MeasureTheme = {
	readonly id: string;
	readonly name: LocalText;
	readonly source: string;
};

export const measureThemes: readonly MeasureTheme[] = measureLibrary.themes;

export const libraryMeasures = measureLibrary.measures as readonly LibraryMeasure[];

/** Looks up a measure of the library; undefined when a workshop names one that is not there. */
export function libraryMeasure(id: string): LibraryMeasure | undefined {
	return libraryMeasures.find((measure) => measure.id === id);
}
