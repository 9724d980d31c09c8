import { at, failIf } from '../judgement.ts';
import { hasFormula, isBenefit, isQuantified } from '../reading/effects.ts';
import { isSpread } from '../reading/estimate.ts';
import { defineRule } from '../rule.ts';

/** Asks for a lowest and a highest value when a benefit is one exact number. */
export const rule = defineRule({
	id: 'M02',
	scope: 'effect',
	severity: 2,
	kind: 'auto',
	judge: {
		effect({ effect }) {
			const formula = hasFormula(effect);
			const numbers = formula ? effect.inputs.map(({ quantity }) => quantity) : [effect.amount];
			const exact = !isSpread(effect.probability) && !numbers.some(isSpread);
			const target = at('effect', effect.id, formula ? 'inputs' : 'amount');
			return failIf(isBenefit(effect) && isQuantified(effect) && exact, target);
		}
	},
	examples: {
		passing: { effects: [{ amount: { low: 8, likely: 10, high: 14 } }] },
		nearMiss: {
			effects: [{ amount: 10, probability: { low: 0.5, likely: 0.7, high: 0.9 } }]
		},
		failing: {
			given: { effects: [{ formula: 'homes * 2', inputs: [{ name: 'homes', quantity: 10 }] }] },
			outcome: 'fail',
			target: at('effect', 'effect', 'inputs')
		}
	}
});
