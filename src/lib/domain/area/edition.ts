import type { Indicator, Observation } from '../indicator.ts';

/** Words by which a source on the board is known as one dataset; most particular first. */
const datasets: readonly (readonly [words: RegExp, version: (edition: string) => string])[] = [
	[/leefbaarometer (\d+\.\d+)/i, (edition) => `leefbaarometer-${edition}`],
	[/^(?:CBS|Statistics Netherlands), StatLine()/, () => 'statline'],
	[/^(?:CBS|Statistics Netherlands), open data()/, () => 'cbs-open-data'],
	[/^(?:CBS|Statistics Netherlands)()/, () => 'cbs-key-figures']
];

/**
 * The published dataset, with its edition, that a source names; undefined for registrations of one's own
 * and for sources in free words.
 *
 * @example editionOf('Leefbaarometer 3.0') // 'leefbaarometer-3.0'
 */
export function editionOf(source: string | null): string | undefined {
	for (const [words, version] of datasets) {
		const found = words.exec(source ?? '');
		if (found) return version(found[1] ?? '');
	}
	return undefined;
}

/** Measurements of one edition, in the order in which the indicator has them. */
export type EditionPart = {
	readonly version: string;
	readonly source: string;
	readonly observations: readonly Observation[];
};

/**
 * The editions between which measurements of an indicator are mixed, the one with the last measurement
 * first; empty when there is one edition at most. Measurements without an edition belong to the first.
 */
export function mixedEditions({ observations }: Pick<Indicator, 'observations'>): EditionPart[] {
	const parts = new Map<string, { source: string; observations: Observation[] }>();
	for (const one of observations) {
		const version = editionOf(one.source);
		if (version === undefined) continue;
		const part = parts.get(version) ?? { source: one.source ?? '', observations: [] };
		parts.set(version, part);
		part.observations.push(one);
	}
	if (parts.size < 2) return [];
	const last = (part: Pick<EditionPart, 'observations'>) =>
		part.observations.reduce((latest, { period }) => (period > latest ? period : latest), '');
	return [...parts]
		.map(([version, part]) => ({ version, ...part }))
		.toSorted((one, other) => (last(one) < last(other) ? 1 : -1));
}

/**
 * The measurements of an indicator that may be held to its norm and to each other: all of them, or those of
 * the newest edition where several were mixed. A norm was agreed for one scale.
 */
export function ofOneEdition(indicator: Pick<Indicator, 'observations'>): readonly Observation[] {
	const older = new Set(
		mixedEditions(indicator)
			.slice(1)
			.flatMap((part) => part.observations)
	);
	return indicator.observations.filter((one) => !older.has(one));
}

/**
 * Tells whether an indicator on the board holds this dataset version alone, or nothing yet. Figures of
 * another version under the same name are another indicator: nothing may be drawn or subtracted over both.
 */
export function holdsEdition(
	{ observations }: Pick<Indicator, 'observations'>,
	version: string
): boolean {
	const found = new Set(observations.flatMap(({ source }) => editionOf(source) ?? []));
	if (version === 'own') return found.size === 0;
	return found.size === 0 ? observations.length === 0 : found.size === 1 && found.has(version);
}
