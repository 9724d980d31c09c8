import type { Measure } from '../../measure.ts';
import type { Scenario } from '../../scenario.ts';
import { scaleOf } from '../../valuation/scenario-membership.ts';
import { once } from '../reading/once.ts';
import { scalesOf } from '../reading/scales.ts';
import type { EffectOutline } from './effect-outline.ts';
import type { LookUps } from './look-ups.ts';
import type { Views } from './views.ts';

/** The views of scenarios with at least one measure, one of each kind per scenario. */
type LiveScenarios = {
	readonly [Look in 'scenario' | 'outline' | 'programme']: readonly Views[Look][];
};

/** Makes the views of the scenarios with at least one measure. */
export function liveScenarios(lookUps: LookUps): LiveScenarios {
	const { file, linked, outlines, frame, memory } = lookUps;
	const { indicators, parties } = file;
	const live = file.scenarios.flatMap((scenario) => {
		const { id } = scenario;
		const measures = measuresIn(file.measures)(scenario);
		if (measures.length === 0) return [];
		const { isCounting, counting, touched } = effectsIn(outlines)(scenario);
		const effects = linked.filter((_, place) => isCounting[place]);
		const programme = memory.keep('programme', id, { scenario, measures, touched, frame });
		return {
			programme,
			outline: memory.keep('outline', id, { scenario, effects: counting, indicators }),
			scenario: memory.keep('scenario', id, { scenario, programme, effects, parties, frame })
		};
	});
	return {
		scenario: live.map(({ scenario }) => scenario),
		outline: live.map(({ outline }) => outline),
		programme: live.map(({ programme }) => programme)
	};
}

const measuresIn = once((measures: readonly Measure[]) =>
	once((scenario: Scenario) => measures.filter(({ id }) => scalesOf(scenario).has(id)))
);

/** The effects that count in a scenario, and those with at least one measure in it. */
const effectsIn = once((outlines: readonly EffectOutline[]) =>
	once((scenario: Scenario) => {
		const scales = scalesOf(scenario);
		const isCounting = outlines.map((outline) => scaleOf(outline, scales) !== undefined);
		return {
			isCounting,
			counting: outlines.filter((_, place) => isCounting[place]),
			touched: outlines.filter(({ measureIds }) => measureIds.some((id) => scales.has(id)))
		};
	})
);
