import type { Measure } from '../../measure.ts';
import { at, reviewIf } from '../judgement.ts';
import { endMonth } from '../reading/months.ts';
import { defineRule } from '../rule.ts';

/** Asks whether social measures could run while a renovation brings people to every door. */
export const rule = defineRule({
	id: 'K10',
	scope: 'scenario',
	severity: 1,
	kind: 'assist',
	judge: {
		programme({ measures, frame }) {
			const social = measures.filter(({ domain }) => domain === 'social');
			const overlaps = (one: Measure, other: Measure) =>
				one.startMonth < endMonth(other, frame.horizonMonths) &&
				other.startMonth < endMonth(one, frame.horizonMonths);
			return measures
				.filter(({ type }) => type === 'renovation')
				.map((measure) => {
					const missed = social.length > 0 && !social.some((other) => overlaps(measure, other));
					return reviewIf(missed, at('measure', measure.id, 'startMonth'));
				});
		}
	},
	examples: {
		passing: {
			measures: [{ type: 'renovation', domain: 'physical', durationMonths: 12 }, { startMonth: 6 }],
			scenarios: [{}]
		},
		nearMiss: {
			measures: [
				{ type: 'renovation', domain: 'physical', durationMonths: 12 },
				{ startMonth: 11 }
			],
			scenarios: [{}]
		},
		failing: {
			given: {
				measures: [
					{ type: 'renovation', domain: 'physical', durationMonths: 12 },
					{ startMonth: 12 }
				],
				scenarios: [{}]
			},
			outcome: 'review',
			target: at('measure', 'measure', 'startMonth'),
			scenario: 'scenario'
		}
	}
});
