import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks for a figure of one's own when a change of the Leefbaarometer is claimed as caused. */
export const rule = defineRule({
	id: 'C04',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	judge: {
		effect({ effect, indicator }) {
			const claimed = effect.claim === 'caused' && indicator?.source === 'leefbaarometer';
			return failIf(isBenefit(effect) && claimed, at('effect', effect.id, 'claim'));
		}
	},
	examples: {
		passing: {
			indicators: [{ source: 'own' }],
			effects: [{ indicatorId: 'indicator', claim: 'caused' }]
		},
		nearMiss: {
			indicators: [{ source: 'leefbaarometer' }],
			effects: [{ indicatorId: 'indicator', claim: 'contributes' }]
		},
		failing: {
			given: {
				indicators: [{ source: 'leefbaarometer' }],
				effects: [{ indicatorId: 'indicator', claim: 'caused' }]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'claim')
		}
	}
});
