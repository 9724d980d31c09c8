import type { AreaObservation } from './area-observation.ts';
import { granularityOf, middleOf, type Granularity } from './period.ts';

/** One measurement on a line. */
export type SeriesPoint = {
	readonly period: string;
	/** Where it is drawn: years since the year 0, at the middle of the period. */
	readonly at: number;
	readonly value: number;
	readonly provisional: boolean;
};

/** Measurements that may be joined by a line: one dataset version, periods of one length, none missing between. */
export type Line = {
	readonly version: string;
	readonly granularity: Granularity;
	readonly points: readonly SeriesPoint[];
};

/** The measurements of one indicator in one area, as what may be drawn of them. */
export type Series = {
	/** Never one line over two versions, two lengths of period, or a missing value. */
	readonly lines: readonly Line[];
	/** Periods of which the value is known to be missing, with the reason; never a 0. */
	readonly gaps: readonly Pick<AreaObservation, 'period' | 'version' | 'status'>[];
};

/**
 * Puts measurements of one indicator and area in order and cuts them where a line would say too much:
 * between versions of a dataset, between years and quarters, and where a value is missing.
 */
export function seriesOf(observations: readonly AreaObservation[]): Series {
	const inOrder = observations.toSorted(
		(one, other) => middleOf(one.period) - middleOf(other.period)
	);
	const lines: { version: string; granularity: Granularity; points: SeriesPoint[] }[] = [];
	const open = new Map<string, (typeof lines)[number]>();
	for (const { period, value, status, version } of inOrder) {
		const granularity = granularityOf(period);
		const kind = `${version} ${granularity}`;
		if (value === null) {
			open.delete(kind);
			continue;
		}
		const point = { period, at: middleOf(period), value, provisional: status === 'provisional' };
		const line = open.get(kind) ?? { version, granularity, points: [] };
		if (!open.has(kind)) lines.push(line);
		open.set(kind, line);
		line.points.push(point);
	}
	const gaps = inOrder.filter(({ value }) => value === null);
	return { lines, gaps: gaps.map(({ period, version, status }) => ({ period, version, status })) };
}

/** The last measurement there is, with its version; a missing later one is not filled in. */
export function lastMeasured(
	observations: readonly AreaObservation[]
): AreaObservation | undefined {
	return observations
		.filter(({ value }) => value !== null)
		.toSorted((one, other) => middleOf(one.period) - middleOf(other.period))
		.at(-1);
}

/** Tells whether two measurements may be subtracted: same dataset version and length of period. */
export function isComparable(
	one: Pick<AreaObservation, 'version' | 'period'>,
	other: Pick<AreaObservation, 'version' | 'period'>
): boolean {
	return one.version === other.version && granularityOf(one.period) === granularityOf(other.period);
}
