import type { Scenario } from '../../scenario.ts';
import { at, failIf } from '../judgement.ts';
import { isBlank } from '../reading/text.ts';
import { defineRule } from '../rule.ts';

/** Asks when the group looks back, who fetches the figure and which figure that is. */
export const rule = defineRule({
	id: 'O04',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	judge: {
		workshop({ file: { workshop, scenarios } }) {
			const adopted = scenarios.filter(({ status }) => status === 'adopted');
			if (adopted.length === 0) {
				const nowhere = scenarios.length > 0 && !scenarios.some(looksBack);
				return failIf(nowhere, at('workshop', workshop.id, 'scenarios'));
			}
			return adopted.map((scenario) => ({
				...failIf(!looksBack(scenario), at('scenario', scenario.id, 'reviews')),
				scenario: scenario.id
			}));
		}
	},
	examples: {
		passing: {
			indicators: [{}],
			scenarios: [
				{ status: 'adopted', reviews: [aReview()] },
				{ status: 'adopted', reviews: [aReview()] }
			]
		},
		nearMiss: { indicators: [{}], scenarios: [{ reviews: [aReview()] }, {}] },
		failing: {
			given: {
				indicators: [{}],
				scenarios: [
					{ status: 'adopted', reviews: [{ ...aReview(), owner: ' ' }] },
					{ reviews: [aReview()] }
				]
			},
			outcome: 'fail',
			target: at('scenario', 'scenario', 'reviews'),
			scenario: 'scenario'
		}
	}
});

function aReview() {
	return { date: '2029-03-01', owner: 'area manager', indicatorIds: ['indicator'] };
}

/** Tells whether a scenario has a review with an owner and a figure to look at. */
function looksBack({ reviews }: Scenario): boolean {
	return reviews.some(({ owner, indicatorIds }) => !isBlank(owner) && indicatorIds.length > 0);
}
