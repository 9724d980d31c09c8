import { at, failIf } from '../judgement.ts';
import { calendarMonth } from '../reading/months.ts';
import { defineRule } from '../rule.ts';

/** Asks what there is to see at a review that comes before the new figures. */
export const rule = defineRule({
	id: 'T02',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	judge: {
		anyScenario({ scenario, indicators }) {
			return scenario.reviews.map(({ date, indicatorIds }, index) => {
				const month = calendarMonth(date);
				const unreleased = indicators.filter(
					({ id, nextRelease }) =>
						indicatorIds.includes(id) && nextRelease !== null && month < calendarMonth(nextRelease)
				);
				const values = { indicators: unreleased.map(({ id }) => id) };
				const target = at('scenario', scenario.id, `reviews.${index}.date`);
				return failIf(unreleased.length > 0, target, values);
			});
		}
	},
	examples: {
		passing: {
			indicators: [{ nextRelease: '2027-11' }],
			scenarios: [{ reviews: [{ date: '2028-01-15', indicatorIds: ['indicator'] }] }]
		},
		nearMiss: {
			indicators: [{ nextRelease: '2027-11' }],
			scenarios: [{ reviews: [{ date: '2027-11-01', indicatorIds: ['indicator'] }] }]
		},
		failing: {
			given: {
				indicators: [{ nextRelease: '2027-11' }],
				scenarios: [{ reviews: [{ date: '2027-10-31', indicatorIds: ['indicator'] }] }]
			},
			outcome: 'fail',
			target: at('scenario', 'scenario', 'reviews.0.date'),
			scenario: 'scenario'
		}
	}
});
