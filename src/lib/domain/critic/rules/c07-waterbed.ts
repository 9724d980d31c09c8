import { at, failIf, reviewIf } from '../judgement.ts';
import { isBenefit, isInEuros } from '../reading/effects.ts';
import { meanShare } from '../reading/estimate.ts';
import { defineRule } from '../rule.ts';

/** Asks where nuisance goes when a measure may only move it. */
export const rule = defineRule({
	id: 'C07',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	thresholds: { types: ['allocation', 'relocation', 'enforcement', 'mixing', 'screening'] },
	judge: {
		effect({ effect, measures, together }, { types }) {
			const target = at('effect', effect.id, 'displacement');
			if (!isBenefit(effect) || effect.otherArea) return failIf(false, target);
			const moving = measures.filter(({ type }) => types.includes(type)).map(({ id }) => id);
			const values = { measures: moving };
			if (moving.length === 0) {
				return reviewIf(isInEuros(effect) && effect.displacement === null, target, values);
			}
			const harmElsewhere = together.some(
				({ measureId, hasHarmElsewhere }) => hasHarmElsewhere && moving.includes(measureId)
			);
			const share = meanShare(effect.displacement) ?? 0;
			return failIf(share === 0 && !harmElsewhere, target, values);
		}
	},
	examples: {
		passing: { measures: [{ type: 'enforcement' }], effects: [{ displacement: 0.1 }] },
		nearMiss: {
			measures: [{ type: 'enforcement' }],
			effects: [{ displacement: 0 }, { direction: 'harm', otherArea: true }]
		},
		failing: {
			given: {
				measures: [{ type: 'enforcement' }],
				effects: [{ displacement: 0 }, { direction: 'benefit', otherArea: true }]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'displacement')
		},
		reviewing: {
			given: { measures: [{ type: 'meeting' }], effects: [{ amount: 10, unitValue: 100 }] },
			outcome: 'review',
			target: at('effect', 'effect', 'displacement')
		}
	}
});
