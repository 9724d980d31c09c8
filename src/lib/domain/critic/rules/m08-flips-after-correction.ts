import { at, failIf } from '../judgement.ts';
import { moneyOf } from '../money.ts';
import { defineRule } from '../rule.ts';

/** Asks what is left of a scenario that only pays off as long as nobody doubts it. */
export const rule = defineRule({
	id: 'M08',
	scope: 'scenario',
	severity: 3,
	kind: 'auto',
	judge: {
		scenario(view) {
			const { net, correctedNet } = moneyOf(view);
			const flips = net > 0 && correctedNet <= 0;
			return failIf(flips, at('scenario', view.scenario.id), { net, correctedNet });
		}
	},
	examples: {
		passing: {
			parties: [{}],
			measures: [{ contributions: [{ amount: 500 }] }],
			effects: [{ amount: 10, unitValue: 100, durationMonths: 12, evidence: { level: 1 } }],
			scenarios: [{}]
		},
		nearMiss: {
			parties: [{}],
			measures: [{ contributions: [{ amount: 1000 }] }],
			effects: [{ amount: 10, unitValue: 100, durationMonths: 12, evidence: { level: 1 } }],
			scenarios: [{}]
		},
		failing: {
			given: {
				parties: [{}],
				measures: [{ contributions: [{ amount: 700 }] }],
				effects: [{ amount: 10, unitValue: 100, durationMonths: 12, evidence: { level: 1 } }],
				scenarios: [{}]
			},
			outcome: 'fail',
			target: at('scenario', 'scenario'),
			scenario: 'scenario'
		}
	}
});
