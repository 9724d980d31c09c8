import type { Effect } from '../effect.ts';
import type { Scenario } from '../scenario.ts';

/** The measures in a scenario, each with the number that multiplies it. */
export type MeasuresIn = ReadonlyMap<string, number>;

/** Lists the measures in a scenario: those with a choice that is not "no" or "later". */
export function measuresIn(scenario: Pick<Scenario, 'choices'>): MeasuresIn {
	return new Map(
		scenario.choices
			.filter(({ decision }) => decision !== 'no' && decision !== 'later')
			.map(({ measureId, scale }) => [measureId, scale])
	);
}

/**
 * Gives the scale of an effect in a scenario: the smallest among its measures.
 * Undefined when a measure is not in the scenario, because then the effect does not count.
 */
export function scaleOf(
	effect: Pick<Effect, 'measureIds'>,
	measures: MeasuresIn
): number | undefined {
	let smallest = Infinity;
	for (const id of effect.measureIds) {
		const scale = measures.get(id);
		if (scale === undefined) return undefined;
		smallest = Math.min(smallest, scale);
	}
	return smallest === Infinity ? undefined : smallest;
}
