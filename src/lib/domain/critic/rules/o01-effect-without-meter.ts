import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks which figure will move, on the benefit itself or further down its chain. */
export const rule = defineRule({
	id: 'O01',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	judge: {
		effect({ effect, reachesIndicator }) {
			const target = at('effect', effect.id, 'indicatorId');
			return failIf(isBenefit(effect) && !reachesIndicator, target);
		}
	},
	examples: {
		passing: { indicators: [{}], effects: [{ indicatorId: 'indicator' }] },
		nearMiss: {
			indicators: [{}],
			effects: [
				{ leadsToEffectId: 'effect-2' },
				{ leadsToEffectId: 'effect-3' },
				{ indicatorId: 'indicator' }
			]
		},
		failing: {
			given: {
				indicators: [{}],
				effects: [{ leadsToEffectId: 'effect-2' }, { direction: 'harm' }]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'indicatorId')
		}
	}
});
