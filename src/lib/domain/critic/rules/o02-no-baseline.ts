import { at, failIf } from '../judgement.ts';
import { calendarMonth } from '../reading/months.ts';
import { measuredValues } from '../reading/observations.ts';
import { defineRule } from '../rule.ts';

/** Asks where a followed figure stands today. */
export const rule = defineRule({
	id: 'O02',
	scope: 'indicator',
	severity: 3,
	kind: 'auto',
	thresholds: { maxAgeMonths: 24 },
	judge: {
		indicator({ indicator, followers, frame }, { maxAgeMonths }) {
			const latest = measuredValues(indicator).at(-1);
			const target = at('indicator', indicator.id, 'observations');
			const isFollowed = followers.length > 0;
			if (!latest) return failIf(isFollowed, target, { ageMonths: null });
			const ageMonths = calendarMonth(frame.today) - latest.end;
			// On the first of a month whole months have passed; on a later day a little more.
			const begun = frame.today.endsWith('-01') ? 0 : 1;
			return failIf(isFollowed && ageMonths + begun > maxAgeMonths, target, { ageMonths });
		}
	},
	examples: {
		passing: {
			indicators: [{ observations: [{ period: '2026-Q2', value: 5 }] }],
			effects: [{ indicatorId: 'indicator' }]
		},
		nearMiss: {
			indicators: [{ observations: [{ period: '2024', value: 5 }] }],
			effects: [{ indicatorId: 'indicator' }]
		},
		failing: {
			given: {
				indicators: [
					{
						observations: [
							{ period: '2024-11', value: 5 },
							{ period: '2026', value: null }
						]
					}
				],
				effects: [{ indicatorId: 'indicator', direction: 'harm' }]
			},
			outcome: 'fail',
			target: at('indicator', 'indicator', 'observations')
		}
	}
});
