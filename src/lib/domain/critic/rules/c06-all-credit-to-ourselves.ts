import { at, failIf } from '../judgement.ts';
import { isBenefit, isQuantified } from '../reading/effects.ts';
import { meanShare } from '../reading/estimate.ts';
import { defineRule } from '../rule.ts';

/** Asks who else contributes when others get no share of a benefit that is not ours alone. */
export const rule = defineRule({
	id: 'C06',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	thresholds: { minOthers: 0.05 },
	judge: {
		effect({ effect, indicator }, { minOthers }) {
			const value = meanShare(effect.attributionToOthers);
			const alsoOthers =
				effect.claim === 'contributes' || (indicator && indicator.influence !== 'own');
			const ours = value === null || (value <= minOthers && alsoOthers === true);
			const target = at('effect', effect.id, 'attributionToOthers');
			return failIf(isBenefit(effect) && isQuantified(effect) && ours, target, { value });
		}
	},
	examples: {
		passing: { effects: [{ amount: 10, attributionToOthers: 0.3, claim: 'contributes' }] },
		nearMiss: {
			indicators: [{ influence: 'own' }],
			effects: [{ amount: 10, attributionToOthers: 0, indicatorId: 'indicator', claim: 'caused' }]
		},
		failing: {
			given: { effects: [{ amount: 10, attributionToOthers: 0.05, claim: 'contributes' }] },
			outcome: 'fail',
			target: at('effect', 'effect', 'attributionToOthers')
		}
	}
});
