import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { isBlank } from '../reading/text.ts';
import { defineRule } from '../rule.ts';

/** Asks with which area without the measure a change that is claimed as caused is compared. */
export const rule = defineRule({
	id: 'O06',
	scope: 'indicator',
	severity: 2,
	kind: 'auto',
	judge: {
		indicator({ indicator, followers }) {
			const claimed = followers.some((effect) => isBenefit(effect) && effect.claim === 'caused');
			const alone = isBlank(indicator.comparisonArea);
			return failIf(claimed && alone, at('indicator', indicator.id, 'comparisonArea'));
		}
	},
	examples: {
		passing: {
			indicators: [{ comparisonArea: 'The next neighbourhood' }],
			effects: [{ indicatorId: 'indicator', claim: 'caused' }]
		},
		nearMiss: {
			indicators: [{}],
			effects: [{ indicatorId: 'indicator', claim: 'contributes' }]
		},
		failing: {
			given: {
				indicators: [{ comparisonArea: ' ' }],
				effects: [{ indicatorId: 'indicator', claim: 'caused' }]
			},
			outcome: 'fail',
			target: at('indicator', 'indicator', 'comparisonArea')
		}
	}
});
