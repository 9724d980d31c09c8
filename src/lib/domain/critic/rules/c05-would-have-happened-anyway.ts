import { at, failIf } from '../judgement.ts';
import { isBenefit, isQuantified } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks what part of a benefit in numbers would have come without the measure. */
export const rule = defineRule({
	id: 'C05',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	judge: {
		effect({ effect }) {
			const silent = effect.deadweight === null;
			const target = at('effect', effect.id, 'deadweight');
			return failIf(isBenefit(effect) && isQuantified(effect) && silent, target);
		}
	},
	examples: {
		passing: { effects: [{ amount: 10, deadweight: { low: 0.1, likely: 0.2, high: 0.3 } }] },
		nearMiss: { effects: [{ amount: 10, deadweight: 0 }] },
		failing: {
			given: { effects: [{ amount: 10, deadweight: null }] },
			outcome: 'fail',
			target: at('effect', 'effect', 'deadweight')
		}
	}
});
