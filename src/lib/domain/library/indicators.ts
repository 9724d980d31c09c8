import type { Indicator } from '../indicator.ts';
import type { Language } from '../vocabulary.ts';
import indicatorLibrary from './data/indicators.json' with { type: 'json' };
import type { LocalText } from './local-text.ts';

type SharedFields = Pick<
	Indicator,
	'dimension' | 'better' | 'source' | 'influence' | 'reportingSensitive'
>;

/** A figure that can be followed, without values. */
export type LibraryIndicator = Readonly<SharedFields> & {
	readonly id: string;
	readonly name: LocalText;
	readonly unit: LocalText;
	/** Who publishes or keeps it. */
	readonly sourceText: string;
	/** True when it says little without a second figure beside it. */
	readonly needsSecondIndicator: boolean;
	readonly frequency: LocalText;
	/** For which areas it exists, in words. */
	readonly areaLevel: LocalText;
	readonly note: LocalText;
	/** Where the indicator comes from. */
	readonly reference: string;
};

export const libraryIndicators = indicatorLibrary.indicators as readonly LibraryIndicator[];

/** Looks up an indicator of the library; undefined when a workshop names one that is not there. */
export function libraryIndicator(id: string): LibraryIndicator | undefined {
	return libraryIndicators.find((indicator) => indicator.id === id);
}

/** The fields of an indicator that the library can fill in. */
export type IndicatorDraft = SharedFields & Pick<Indicator, 'name' | 'unit' | 'libraryId'>;

/** Prefills an indicator from the library, without measurements. */
export function suggestedIndicator(from: LibraryIndicator, language: Language): IndicatorDraft {
	const { id, name, unit, dimension, better, source, influence, reportingSensitive } = from;
	return {
		name: name[language],
		dimension,
		unit: unit[language],
		better,
		source,
		influence,
		reportingSensitive,
		libraryId: id
	};
}
