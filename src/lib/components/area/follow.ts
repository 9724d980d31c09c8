import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { holdsEdition, mixedEditions } from '#lib/domain/area/edition.ts';
import {
	libraryIndicator,
	libraryIndicators,
	suggestedIndicator
} from '#lib/domain/library/indicators.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Dimension, Language } from '#lib/domain/vocabulary.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';

/** Which indicator of the library a figure of the Leefbaarometer is. */
const libraryIds: Readonly<Record<string, string>> = {
	'lbm.deviation': 'lbm-total',
	'lbm.score': 'lbm-total',
	'lbm.housing': 'lbm-housing',
	'lbm.residents': 'lbm-residents',
	'lbm.amenities': 'lbm-facilities',
	'lbm.safety': 'lbm-safety',
	'lbm.environment': 'lbm-physical'
};

const dimensionByKey: Readonly<Record<string, Dimension>> = { 'lbm.cohesion': 'residents' };

/** A figure of one area that the group wants to follow. */
export type Followed = {
	readonly key: string;
	readonly name: string;
	readonly unit: string;
	/** The dataset version of every value; see AreaObservation. */
	readonly version: string;
	/** Of one dataset version: a norm and a trend can't go over two. */
	readonly observations: readonly AreaObservation[];
	/** The source with its edition, beside every value. */
	readonly source: string;
	/** Name of the area it is compared with. */
	readonly comparisonArea: string | null;
};

/** The indicator of the library that a figure is, by its key or else by its name. */
function libraryMatch({ key, name }: Pick<Followed, 'key' | 'name'>) {
	const known = libraryIndicator(libraryIds[key] ?? '');
	if (known) return known;
	const plain = name.toLowerCase().replace(/[^a-z]/g, '');
	return libraryIndicators.find(
		({ name: names }) =>
			names.nl.toLowerCase().replace(/[^a-z]/g, '') === plain ||
			names.en.toLowerCase().replace(/[^a-z]/g, '') === plain
	);
}

/**
 * The indicator on the board that a figure was followed as before: it has the figure's name, perhaps with
 * the edition behind it, and measurements of the same dataset version only.
 */
export function followedAs(
	indicators: readonly Indicator[],
	figure: Pick<Followed, 'name' | 'version' | 'source'>
): Indicator | undefined {
	const names = [figure.name, nameWithEdition(figure)];
	return indicators.find(
		(indicator) => names.includes(indicator.name) && holdsEdition(indicator, figure.version)
	);
}

function nameWithEdition({ name, source }: Pick<Followed, 'name' | 'source'>): string {
	return `${name} (${source})`;
}

/** The indicators in which measurements of several editions stand together, from before these were kept apart. */
export function mixedIndicators(indicators: readonly Indicator[]): Indicator[] {
	return indicators.filter((indicator) => mixedEditions(indicator).length > 0);
}

/**
 * Takes the editions in one indicator apart, in one step of undo. The newest edition keeps the indicator,
 * and with it what refers to it; every older one becomes an indicator with the edition in its name and
 * without a norm, because a norm was agreed for one scale.
 */
export function splitEditions(session: WorkshopSession, indicator: Indicator): void {
	const [, ...older] = mixedEditions(indicator);
	const { id, observations: _, ...draft } = indicator;
	session.together(() => {
		for (const { source, observations } of older) {
			const name = nameWithEdition({ name: indicator.name, source });
			session.change((board) =>
				board.addIndicator({ ...draft, ...{ name, norm: null, observations } })
			);
			for (const { period } of observations) {
				session.change((board) => board.removeObservation(id, period));
			}
		}
	});
}

/**
 * Puts a figure on the board as an indicator with its measurements, or adds measurements to the one it
 * already is; one step of undo. Values that are missing are kept as missing.
 */
export function follow(session: WorkshopSession, figure: Followed, language: Language): void {
	const indicators = session.content.indicators;
	const known = followedAs(indicators, figure);
	const library = libraryMatch(figure);
	const observations = figure.observations.map(({ period, value }) => ({
		...{ period, value, source: figure.source }
	}));
	if (known) {
		session.together(() => {
			for (const { period, value, source } of observations) {
				session.change((board) => board.setObservation(known.id, period, { value, source }));
			}
		});
		return;
	}
	const isTaken = indicators.some(({ name }) => name === figure.name);
	// Which way is better nobody knows of a figure of one's own, until somebody says so.
	const drafted = library
		? suggestedIndicator(library, language)
		: { better: 'ambiguous' as const };
	session.change((board) =>
		board.addIndicator({
			source: sourceOf(figure.key),
			...drafted,
			...(dimensionByKey[figure.key] && { dimension: dimensionByKey[figure.key] }),
			name: isTaken ? nameWithEdition(figure) : figure.name,
			...{ comparisonArea: figure.comparisonArea, observations },
			...(figure.unit && { unit: figure.unit })
		})
	);
}

function sourceOf(key: string): Indicator['source'] {
	if (key.startsWith('lbm.')) return 'leefbaarometer';
	return key.startsWith('cbs.') ? 'statistics' : 'own';
}
