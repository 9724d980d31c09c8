import { doNothingId } from '../identifier.ts';
import type { Indicator } from '../indicator.ts';
import type { Scenario } from '../scenario.ts';
import type { SealedExpectation } from './forecast.ts';
import { expectationKey, type StatedExpectation } from './stated-expectation.ts';

/** The parts of a workshop that say what is looked back at. */
type Planned = {
	readonly indicators: readonly Pick<Indicator, 'id' | 'comparisonArea'>[];
	readonly scenarios: readonly Pick<Scenario, 'id' | 'reviews'>[];
};

/**
 * Lists what a scenario is held to: each figure that is looked back at, at each of its dates, with
 * what was stated for it. A figure without a stated value stays in the list, so that nobody can
 * forget it; a stated value that no date to look back asks for comes after them.
 */
export function heldTo(
	{ indicators, scenarios }: Planned,
	scenarioId: string,
	stated: readonly StatedExpectation[]
): SealedExpectation[] {
	if (scenarioId === doNothingId) return [];
	const reviews = scenarios.find(({ id }) => id === scenarioId)?.reviews ?? [];
	const asked = reviews.flatMap(({ date, owner, indicatorIds }) =>
		indicatorIds.map((indicatorId) => ({ indicatorId, date, owner }))
	);
	const unasked = stated.map(({ indicatorId, date }) => ({ indicatorId, date, owner: '' }));
	const places = new Map<string, (typeof asked)[number]>();
	for (const place of [...asked, ...unasked]) {
		const key = expectationKey(place);
		if (!places.has(key)) places.set(key, place);
	}
	const statedAt = new Map(stated.map((expectation) => [expectationKey(expectation), expectation]));
	return [...places].flatMap(([key, place]) => {
		const indicator = indicators.find(({ id }) => id === place.indicatorId);
		if (!indicator) return [];
		const { comparisonArea } = indicator;
		return [{ ...place, comparisonArea, stated: withoutPlace(statedAt.get(key)) }];
	});
}

function withoutPlace(stated: StatedExpectation | undefined): SealedExpectation['stated'] {
	if (!stated) return null;
	const { indicatorId: _indicatorId, date: _date, ...rest } = stated;
	return rest;
}
