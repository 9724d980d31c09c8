import type { Measure } from '../../measure.ts';
import { at, failIf, reviewIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks which social measure belongs with a physical one, and the reverse. */
export const rule = defineRule({
	id: 'C03',
	scope: 'scenario',
	severity: 3,
	kind: 'auto',
	judge: {
		programme({ scenario, measures }) {
			const physical = count(measures, 'physical');
			const social = count(measures, 'social');
			const target = at('scenario', scenario.id, 'choices');
			const values = { physical, social };
			if (social > 0) return reviewIf(physical === 0, target, values);
			return failIf(physical > 0, target, values);
		}
	},
	examples: {
		passing: { measures: [{ domain: 'physical' }, { domain: 'social' }], scenarios: [{}] },
		nearMiss: { measures: [{ domain: 'policy' }], scenarios: [{}] },
		failing: {
			given: { measures: [{ domain: 'physical' }, { domain: 'policy' }], scenarios: [{}] },
			outcome: 'fail',
			target: at('scenario', 'scenario', 'choices'),
			scenario: 'scenario'
		},
		reviewing: {
			given: { measures: [{ domain: 'social' }], scenarios: [{}] },
			outcome: 'review',
			target: at('scenario', 'scenario', 'choices'),
			scenario: 'scenario'
		}
	}
});

function count(measures: readonly Measure[], domain: Measure['domain']): number {
	return measures.filter((measure) => measure.domain === domain).length;
}
