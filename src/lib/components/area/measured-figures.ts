import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { isComparable, lastMeasured } from '#lib/domain/area/series.ts';
import type { ListedIndicator } from './figures.svelte.ts';

/** A figure of one area: its measurements of one dataset version, and the last one. */
export type MeasuredFigure = {
	readonly indicator: ListedIndicator;
	readonly observations: readonly AreaObservation[];
	readonly last: AreaObservation | undefined;
	/** The same figure of the other area in the same period; never another edition or year. */
	readonly reference: AreaObservation | undefined;
};

/** Every figure that an area has, version by version. */
export function measuredFigures(
	indicators: readonly ListedIndicator[],
	own: readonly AreaObservation[],
	other: readonly AreaObservation[]
): MeasuredFigure[] {
	const byKey = grouped(own);
	const others = grouped(other);
	return indicators.flatMap((indicator) => {
		const key = keyOf(indicator.key, indicator.version);
		const observations = byKey.get(key) ?? [];
		if (observations.length === 0) return [];
		const last = lastMeasured(observations);
		const reference = others
			.get(key)
			?.find((one) => last && isComparable(one, last) && one.period === last.period);
		return [{ indicator, observations, last, reference }];
	});
}

function keyOf(indicator: string, version: string): string {
	return `${version}\t${indicator}`;
}

function grouped(observations: readonly AreaObservation[]): Map<string, AreaObservation[]> {
	const groups = new Map<string, AreaObservation[]>();
	for (const one of observations) {
		const key = keyOf(one.indicator, one.version);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return groups;
}

/** Groups figures of all versions by indicator, for a trend that shows versions as lines of their own. */
export function trendsOf(figures: readonly MeasuredFigure[]): Map<string, MeasuredFigure[]> {
	const trends = new Map<string, MeasuredFigure[]>();
	for (const figure of figures) {
		const { key } = figure.indicator;
		trends.set(key, [...(trends.get(key) ?? []), figure]);
	}
	return trends;
}

/** The order in which figures are read: the deviation, what it is made of, own registrations, the rest. */
export function readingPlace(key: string): number {
	if (key === 'lbm.deviation') return 0;
	if (key.startsWith('lbm.')) return key.includes('class') ? 4 : 1;
	return key.startsWith('cbs.') ? 3 : 2;
}
