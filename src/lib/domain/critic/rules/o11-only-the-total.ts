import { at, reviewIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks which part of a total should move when a scenario follows the total alone. */
export const rule = defineRule({
	id: 'O11',
	scope: 'scenario',
	severity: 1,
	kind: 'assist',
	judge: {
		outline({ effects, indicators }) {
			const ids = new Set(effects.map(({ indicatorId }) => indicatorId));
			const followed = indicators.filter(({ id }) => ids.has(id));
			const parts = followed.some(
				({ dimension }) => dimension !== 'overall' && dimension !== 'other'
			);
			return followed
				.filter(({ dimension }) => dimension === 'overall')
				.map(({ id }) => reviewIf(!parts, at('indicator', id, 'dimension')));
		}
	},
	examples: {
		passing: {
			indicators: [{ dimension: 'overall' }, { dimension: 'safety' }],
			effects: [{ indicatorId: 'indicator' }, { indicatorId: 'indicator-2' }],
			scenarios: [{}]
		},
		nearMiss: {
			indicators: [{ dimension: 'other' }],
			effects: [{ indicatorId: 'indicator' }],
			scenarios: [{}]
		},
		failing: {
			given: {
				indicators: [{ dimension: 'overall' }, { dimension: 'other' }],
				effects: [{ indicatorId: 'indicator' }, { indicatorId: 'indicator-2' }],
				scenarios: [{}]
			},
			outcome: 'review',
			target: at('indicator', 'indicator', 'dimension'),
			scenario: 'scenario'
		}
	}
});
