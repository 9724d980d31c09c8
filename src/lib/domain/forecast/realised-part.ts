import type { Indicator } from '../indicator.ts';
import type { SealedExpectation } from './forecast.ts';
import type { Measurement } from './measurement.ts';

type Stated = Pick<
	NonNullable<SealedExpectation['stated']>,
	'baseline' | 'expected' | 'withoutPlan'
>;

/** What is known of the change that would have come anyway, and is taken off: the comparison area goes first. */
export type Anyway = 'comparison' | 'without' | 'unknown';

/** Tells what shows which part of a measured change would have come anyway. */
export function anywayOf(
	{ withoutPlan }: Pick<Stated, 'withoutPlan'>,
	{ comparison }: Pick<Measurement, 'comparison'>
): Anyway {
	if (comparison) return 'comparison';
	return withoutPlan ? 'without' : 'unknown';
}

/**
 * Tells whether a change may be held against what a plan would do. A change of the Leefbaarometer
 * alone may not: it is a model of how an area does, and does not say why that changed.
 */
export function speaksOfThePlan({ source }: Pick<Indicator, 'source'>, anyway: Anyway): boolean {
	return source !== 'leefbaarometer' || anyway !== 'unknown';
}

/**
 * The part of the expected change that came, without what would have come anyway.
 * Example: 10 → 14 was expected and 13 measured, while the comparison area went up by 1: 0.5.
 *
 * @returns undefined where no change was expected or nobody knows how things stood
 */
export function realisedPart(
	{ baseline, expected, withoutPlan }: Stated,
	{ value, comparison }: Pick<Measurement, 'value' | 'comparison'>
): number | undefined {
	if (baseline === null) return undefined;
	const countedOn = withoutPlan ? withoutPlan.likely - baseline : 0;
	const promised = expected.likely - baseline - countedOn;
	if (promised === 0) return undefined;
	const elsewhere = comparison ? comparison.after - comparison.before : countedOn;
	return (value - baseline - elsewhere) / promised;
}
