import type { ForecastContent } from './forecast.ts';
import type { Measurement, MeasurementOrigin } from './measurement.ts';
import { periodHolds, periodStart } from './period.ts';

/** A value over a period; null is known to be missing. */
type Value = { readonly period: string; readonly value: number | null };

/** The values of one figure in the area itself, and where nothing is done, as one source has them. */
export type ObservedFigure = {
	readonly indicatorId: string;
	readonly source: string;
	readonly origin: MeasurementOrigin;
	readonly own: readonly Value[];
	readonly elsewhere: readonly Value[];
};

export type FoundMeasurement = {
	readonly measurement: Measurement;
	/** Dates of the forecast that it answers; none when it lies between them. */
	readonly answers: readonly string[];
	/** The value that is on record now for the same figure and period; undefined when there is none. */
	readonly before: number | undefined;
};

type Followed = Pick<ForecastContent, 'sealedAt' | 'expectations'>;

/**
 * Finds what observations say of the figures of a forecast: values that answer one of its dates, and
 * values since it was sealed. What is on record already is left out; another value corrects it.
 *
 * The comparison area is taken along where it has a value over the same period, and an earlier one
 * over a period as long that had begun when the forecast was sealed.
 */
export function foundMeasurements(
	figures: readonly ObservedFigure[],
	forecast: Followed,
	known: readonly Measurement[]
): FoundMeasurement[] {
	const sealedOn = forecast.sealedAt.slice(0, 10);
	return figures.flatMap((figure) =>
		figure.own.flatMap(({ period, value }): FoundMeasurement[] => {
			const answers = forecast.expectations
				.filter((one) => one.indicatorId === figure.indicatorId && periodHolds(period, one.date))
				.map(({ date }) => date);
			const isSince = answers.length > 0 || periodStart(period) > sealedOn;
			if (value === null || !isSince) return [];
			const earlier = known.find(
				(one) => one.indicatorId === figure.indicatorId && one.period === period
			);
			const comparison = comparisonOf(figure, period, sealedOn) ?? earlier?.comparison ?? null;
			if (earlier?.value === value && isSame(earlier.comparison, comparison)) return [];
			const { indicatorId, source, origin } = figure;
			const explanation = earlier?.explanation ?? '';
			const measurement = { indicatorId, period, value, source, comparison, explanation, origin };
			return [{ measurement, answers, before: earlier?.value }];
		})
	);
}

function comparisonOf(
	{ elsewhere }: ObservedFigure,
	period: string,
	sealedOn: string
): Measurement['comparison'] {
	const after = elsewhere.find((one) => one.period === period)?.value ?? null;
	const before = elsewhere
		.filter(
			(one) =>
				one.value !== null &&
				one.period !== period &&
				one.period.length === period.length &&
				periodStart(one.period) <= sealedOn
		)
		.toSorted((one, other) => (one.period < other.period ? 1 : -1))[0]?.value;
	return after === null || before == null ? null : { before, after };
}

function isSame(one: Measurement['comparison'], other: Measurement['comparison']): boolean {
	return one?.before === other?.before && one?.after === other?.after;
}
