import { at, failIf } from '../judgement.ts';
import { isBlank } from '../reading/text.ts';
import { defineRule } from '../rule.ts';

/** Asks what came of a promise whose date to look back has passed. */
export const rule = defineRule({
	id: 'O08',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	judge: {
		anyScenario({ scenario, frame }) {
			return scenario.reviews.map(({ date, outcome }, index) => {
				const target = at('scenario', scenario.id, `reviews.${index}.outcome`);
				return failIf(date < frame.today && isBlank(outcome), target, { date });
			});
		}
	},
	examples: {
		passing: { scenarios: [{ reviews: [{ date: '2026-06-01', outcome: 'Fewer reports' }] }] },
		nearMiss: { scenarios: [{ reviews: [{ date: '2027-01-01' }] }] },
		failing: {
			given: { scenarios: [{ reviews: [{ date: '2026-12-31', outcome: ' ' }] }] },
			outcome: 'fail',
			target: at('scenario', 'scenario', 'reviews.0.outcome'),
			scenario: 'scenario'
		}
	}
});
