import { placeOfDate, placeOfPeriod } from '#lib/charts/moment.ts';
import { fanOf, type Fan } from '#lib/charts/fan.ts';
import type { ForecastContent, SealedExpectation } from '#lib/domain/forecast/forecast.ts';
import { holds } from '#lib/domain/forecast/interval-score.ts';
import type { Measurement } from '#lib/domain/forecast/measurement.ts';
import { measurementAt } from '#lib/domain/forecast/resolve.ts';
import {
	anywayOf,
	realisedPart,
	speaksOfThePlan,
	type Anyway
} from '#lib/domain/forecast/realised-part.ts';
import type { Indicator } from '#lib/domain/indicator.ts';

/** One expectation with what came of it. */
export type Outcome = {
	readonly date: string;
	readonly owner: string;
	readonly stated: NonNullable<SealedExpectation['stated']>;
	readonly measurement: Measurement | undefined;
	/** `due` when its date has passed and nobody measured. */
	readonly state: 'inside' | 'below' | 'above' | 'due' | 'later';
	/** Which part of the expected change came, where that can be said. */
	readonly realised: number | undefined;
	/** What was taken off a measured change; undefined as long as nothing was measured. */
	readonly anyway: Anyway | undefined;
	/** False for a change that shows nothing of the plan, as one of the Leefbaarometer alone. */
	readonly speaks: boolean;
};

/** A figure that a forecast is held to. */
export type Followed = {
	readonly indicator: Indicator;
	readonly outcomes: readonly Outcome[];
	/** Measured since, at moments for which nothing was expected. */
	readonly between: readonly Measurement[];
	/** The area where nothing is done, as it was called when this was sealed. */
	readonly comparisonArea: string | null;
	readonly fan: Fan;
};

/**
 * Lists the figures of a forecast with what was expected and what was measured since.
 *
 * @param today as "2028-10-01"
 */
export function followedIn(
	content: ForecastContent,
	measurements: readonly Measurement[],
	today: string
): Followed[] {
	return content.workshop.indicators.flatMap((indicator) => {
		const stated = content.expectations.flatMap((one) =>
			one.indicatorId === indicator.id && one.stated ? [{ ...one, stated: one.stated }] : []
		);
		if (stated.length === 0) return [];
		const inOrder = stated.toSorted((one, other) => (one.date < other.date ? -1 : 1));
		const outcomes = inOrder.map((expectation) =>
			outcomeOf(expectation, { indicator, measurements, today })
		);
		const answering = new Set(outcomes.map(({ measurement }) => measurement));
		const between = measurements
			.filter((one) => one.indicatorId === indicator.id && !answering.has(one))
			.toSorted((one, other) => placeOfPeriod(one.period) - placeOfPeriod(other.period));
		const { comparisonArea = null } = stated.find((one) => one.comparisonArea) ?? {};
		const figure = { indicator, outcomes, between, comparisonArea };
		return [{ ...figure, fan: fanFor(content, figure) }];
	});
}

type Stated = SealedExpectation & Pick<Outcome, 'stated'>;

type Since = {
	readonly indicator: Indicator;
	readonly measurements: readonly Measurement[];
	readonly today: string;
};

function outcomeOf(expectation: Stated, { indicator, measurements, today }: Since): Outcome {
	const { date, owner, stated } = expectation;
	const passed = date <= today;
	const measurement = passed ? measurementAt(expectation, measurements) : undefined;
	const anyway = measurement && anywayOf(stated, measurement);
	const speaks = anyway !== undefined && speaksOfThePlan(indicator, anyway);
	return {
		...{ date, owner, stated, measurement, anyway, speaks },
		state: measurement ? sideOf(stated, measurement.value) : passed ? 'due' : 'later',
		realised: measurement && speaks ? realisedPart(stated, measurement) : undefined
	};
}

function sideOf({ expected, confidence }: Outcome['stated'], value: number): Outcome['state'] {
	if (holds({ ...expected, confidence }, value)) return 'inside';
	return value < expected.low ? 'below' : 'above';
}

function fanFor(
	{ sealedAt }: ForecastContent,
	{ indicator: { observations, norm }, outcomes, between }: Omit<Followed, 'fan'>
): Fan {
	const sealed = placeOfDate(sealedAt.slice(0, 10));
	return fanOf({
		history: observations
			.flatMap(({ period, value }) =>
				value === null ? [] : [{ at: placeOfPeriod(period), value }]
			)
			.toSorted((one, other) => one.at - other.at),
		sealedAt: sealed,
		baseline: outcomes.find(({ stated }) => stated.baseline !== null)?.stated.baseline ?? null,
		expectations: outcomes.map(({ date, stated, measurement }) => ({
			at: placeOfDate(date),
			...stated.expected,
			measured: measurement?.value ?? null
		})),
		between: between.map(({ period, value }) => ({ at: placeOfPeriod(period), value })),
		comparison: comparisonLine(outcomes, sealed),
		without: outcomes.flatMap(({ date, stated: { withoutPlan } }) =>
			withoutPlan ? [{ at: placeOfDate(date), value: withoutPlan.likely }] : []
		),
		norm
	});
}

/** Where nothing was done: from where it stood when this was sealed to what was measured there since. */
function comparisonLine(outcomes: readonly Outcome[], sealedAt: number) {
	const points = outcomes.flatMap(({ date, measurement }) =>
		measurement?.comparison ? [{ at: placeOfDate(date), ...measurement.comparison }] : []
	);
	const [first] = points;
	if (!first) return [];
	const since = points.map(({ at, after }) => ({ at, value: after }));
	return [{ at: sealedAt, value: first.before }, ...since];
}
