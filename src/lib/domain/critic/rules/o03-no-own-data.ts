import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks for a figure from one's own work among those that a scenario follows. */
export const rule = defineRule({
	id: 'O03',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	judge: {
		outline({ scenario, effects, indicators }) {
			const ids = new Set(effects.map(({ indicatorId }) => indicatorId));
			const followed = indicators.filter(({ id }) => ids.has(id));
			const foreign = followed.every(({ source }) => source !== 'own');
			const values = { indicators: followed.map(({ id }) => id) };
			const target = at('scenario', scenario.id, 'choices');
			return failIf(followed.length > 0 && foreign, target, values);
		}
	},
	examples: {
		passing: {
			indicators: [{ source: 'own' }],
			effects: [{ indicatorId: 'indicator' }],
			scenarios: [{}]
		},
		nearMiss: {
			indicators: [{ source: 'police' }, { source: 'own' }],
			effects: [{ indicatorId: 'indicator' }, { indicatorId: 'indicator-2', direction: 'harm' }],
			scenarios: [{}]
		},
		failing: {
			given: {
				indicators: [{ source: 'police' }, { source: 'own' }],
				effects: [{ indicatorId: 'indicator' }],
				scenarios: [{}]
			},
			outcome: 'fail',
			target: at('scenario', 'scenario', 'choices'),
			scenario: 'scenario'
		}
	}
});
