import { placeOfDate, placeOfPeriod } from '#lib/charts/moment.ts';
import { fanOf, type Fan } from '#lib/charts/fan.ts';
import type { ForecastContent, SealedExpectation } from '#lib/domain/forecast/forecast.ts';
import { holds } from '#lib/domain/forecast/interval-score.ts';
import type { Measurement } from '#lib/domain/forecast/measurement.ts';
import { measurementAt } from '#lib/domain/forecast/resolve.ts';
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
};

/** A figure that a forecast is held to. */
export type Followed = {
	readonly indicator: Indicator;
	readonly outcomes: readonly Outcome[];
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
		const outcomes = inOrder.map((expectation) => outcomeOf(expectation, measurements, today));
		return [{ indicator, outcomes, fan: fanFor(content, indicator, outcomes) }];
	});
}

type Stated = SealedExpectation & Pick<Outcome, 'stated'>;

function outcomeOf(
	expectation: Stated,
	measurements: readonly Measurement[],
	today: string
): Outcome {
	const { date, owner, stated } = expectation;
	const passed = date <= today;
	const measurement = passed ? measurementAt(expectation, measurements) : undefined;
	return {
		...{ date, owner, stated, measurement },
		state: measurement ? sideOf(stated, measurement.value) : passed ? 'due' : 'later',
		realised: measurement && realisedPart(stated, measurement)
	};
}

function sideOf({ expected, confidence }: Outcome['stated'], value: number): Outcome['state'] {
	if (holds({ ...expected, confidence }, value)) return 'inside';
	return value < expected.low ? 'below' : 'above';
}

/** The part of the expected change that came, without what would have happened anyway. */
function realisedPart(
	{ baseline, expected, withoutPlan }: Outcome['stated'],
	{ value, comparison }: Measurement
): number | undefined {
	if (baseline === null) return undefined;
	const anyway = withoutPlan ? withoutPlan.likely - baseline : 0;
	const promised = expected.likely - baseline - anyway;
	if (promised === 0) return undefined;
	const elsewhere = comparison ? comparison.after - comparison.before : anyway;
	return (value - baseline - elsewhere) / promised;
}

function fanFor(
	{ sealedAt }: ForecastContent,
	{ observations, norm }: Indicator,
	outcomes: readonly Outcome[]
): Fan {
	return fanOf({
		history: observations
			.flatMap(({ period, value }) =>
				value === null ? [] : [{ at: placeOfPeriod(period), value }]
			)
			.toSorted((one, other) => one.at - other.at),
		sealedAt: placeOfDate(sealedAt.slice(0, 10)),
		baseline: outcomes.find(({ stated }) => stated.baseline !== null)?.stated.baseline ?? null,
		expectations: outcomes.map(({ date, stated, measurement }) => ({
			at: placeOfDate(date),
			...stated.expected,
			measured: measurement?.value ?? null
		})),
		norm
	});
}
