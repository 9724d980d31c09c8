import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks whether more of the same is enough when all measures of a scenario are of one type. */
export const rule = defineRule({
	id: 'C02',
	scope: 'scenario',
	severity: 3,
	kind: 'auto',
	judge: {
		programme({ scenario, measures }) {
			const type = measures[0]?.type ?? null;
			const same = measures.length >= 2 && measures.every((measure) => measure.type === type);
			return failIf(same, at('scenario', scenario.id, 'choices'), { type });
		}
	},
	examples: {
		passing: { measures: [{ type: 'renovation' }, { type: 'meeting' }], scenarios: [{}] },
		nearMiss: { measures: [{ type: 'renovation' }], scenarios: [{}] },
		failing: {
			given: { measures: [{ type: 'renovation' }, { type: 'renovation' }], scenarios: [{}] },
			outcome: 'fail',
			target: at('scenario', 'scenario', 'choices'),
			scenario: 'scenario'
		}
	}
});
