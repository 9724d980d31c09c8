import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks why a benefit counts that nobody at the table can change. */
export const rule = defineRule({
	id: 'C01',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	judge: {
		effect({ effect, measures, indicator }) {
			if (isBenefit(effect) && measures.every(({ influence }) => influence === 'outside')) {
				return failIf(true, at('effect', effect.id, 'measureIds'));
			}
			const claimed = effect.claim !== 'none' && indicator?.influence === 'outside';
			return failIf(isBenefit(effect) && claimed, at('effect', effect.id, 'indicatorId'));
		}
	},
	examples: {
		passing: { measures: [{ influence: 'influence' }], effects: [{}] },
		nearMiss: {
			indicators: [{ influence: 'outside' }],
			effects: [{ indicatorId: 'indicator', claim: 'none' }]
		},
		failing: {
			given: { measures: [{ influence: 'outside' }], effects: [{}] },
			outcome: 'fail',
			target: at('effect', 'effect', 'measureIds')
		}
	}
});
