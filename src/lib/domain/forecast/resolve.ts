import type { Effect } from '../effect.ts';
import type { MeasureType } from '../measure.ts';
import { measuresIn, scaleOf } from '../valuation/scenario-membership.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import type { Expectation } from './expectation.ts';
import type { ForecastContent, SealedExpectation } from './forecast.ts';
import type { Measurement } from './measurement.ts';
import { periodHolds } from './period.ts';
import { anywayOf, speaksOfThePlan } from './realised-part.ts';

type Sealed = Pick<ForecastContent, 'number' | 'scenarioId' | 'expectations'> & {
	readonly workshop: Pick<WorkshopFile, 'indicators' | 'measures' | 'effects' | 'scenarios'>;
};

/**
 * Holds what was sealed against what was measured since: one expectation per figure and date for
 * which a value was stated. It counts as measured only when its date has passed; the measurement is
 * the one over the shortest period that holds the date.
 *
 * What would have happened anyway is not a result. Where the group stated what it expected without
 * the plan, change is counted from there; where a comparison area was measured, its change is taken
 * off the measured change. A change of the Leefbaarometer alone says nothing of a plan: without either
 * it has no baseline here, so that it counts for the interval and for no part that came.
 *
 * @param today as "2028-10-01"
 */
export function resolveExpectations(
	sealed: Sealed,
	measurements: readonly Measurement[],
	today: string
): Expectation[] {
	return sealed.expectations.flatMap((expectation) => {
		const { indicatorId, date, stated } = expectation;
		if (!stated) return [];
		const measurement = date <= today ? measurementAt(expectation, measurements) : undefined;
		const { expected, confidence, baseline, withoutPlan } = stated;
		return [
			{
				...{ id: `${indicatorId}-${date}`.slice(0, 64), ...kindOf(sealed, indicatorId) },
				...{ ...expected, confidence, date },
				baseline: isSilent(sealed, expectation, measurement)
					? null
					: (withoutPlan?.likely ?? baseline),
				measured: measurement?.value ?? null,
				autonomousChange: measurement ? autonomousChange(stated, measurement) : 0
			}
		];
	});
}

function isSilent(
	{ workshop }: Sealed,
	{ indicatorId, stated }: SealedExpectation,
	measurement: Measurement | undefined
): boolean {
	const indicator = workshop.indicators.find(({ id }) => id === indicatorId);
	if (!indicator || !stated || !measurement) return false;
	return !speaksOfThePlan(indicator, anywayOf(stated, measurement));
}

/** The measurement that answers an expectation: over the shortest period that holds its date. */
export function measurementAt(
	{ indicatorId, date }: Pick<SealedExpectation, 'indicatorId' | 'date'>,
	measurements: readonly Measurement[]
): Measurement | undefined {
	return measurements
		.filter((one) => one.indicatorId === indicatorId && periodHolds(one.period, date))
		.toSorted((one, other) => other.period.length - one.period.length)[0];
}

/**
 * Change in the comparison area, less the change that the group already counted on by stating what it
 * expected without the plan.
 */
function autonomousChange(
	{ baseline, withoutPlan }: NonNullable<SealedExpectation['stated']>,
	{ comparison }: Measurement
): number {
	if (!comparison) return 0;
	const countedOn = withoutPlan && baseline !== null ? withoutPlan.likely - baseline : 0;
	return comparison.after - comparison.before - countedOn;
}

/** Theme, type of measure and evidence of what an expectation rests on; null where that is not one thing. */
function kindOf({ workshop, scenarioId }: Sealed, indicatorId: string) {
	const scenario = workshop.scenarios.find(({ id }) => id === scenarioId);
	const measures = measuresIn(scenario ?? { choices: [] });
	const effects = workshop.effects.filter(
		(effect) => effect.indicatorId === indicatorId && scaleOf(effect, measures) !== undefined
	);
	const dimension = workshop.indicators.find(({ id }) => id === indicatorId)?.dimension ?? null;
	return { dimension, measureType: oneType(workshop, effects), evidenceLevel: weakest(effects) };
}

function oneType(
	{ measures }: Pick<WorkshopFile, 'measures'>,
	effects: readonly Effect[]
): MeasureType | null {
	const ids = new Set(effects.flatMap(({ measureIds }) => measureIds));
	const types = new Set(measures.filter(({ id }) => ids.has(id)).map(({ type }) => type));
	const [only] = types;
	return types.size === 1 && only !== undefined ? only : null;
}

/** An expectation is no better founded than the weakest effect it rests on; not filled in counts as 0. */
function weakest(effects: readonly Effect[]): number | null {
	if (effects.length === 0) return null;
	return Math.min(...effects.map(({ evidence }) => evidence.level ?? 0));
}
