import { at, failIf } from '../judgement.ts';
import { hasFormula, isBenefit, levelOf } from '../reading/effects.ts';
import { bestGuess, isSpread, widthOfAmount } from '../reading/estimate.ts';
import { defineRule } from '../rule.ts';

/** Keeps the width finite when the best guess is 0. */
const smallestGuess = 1e-9;

/** Asks how a number with weak evidence can be known so precisely. */
export const rule = defineRule({
	id: 'M03',
	scope: 'effect',
	severity: 2,
	kind: 'auto',
	thresholds: { width: 0.2, maxLevel: 2 },
	judge: {
		effect({ effect }, thresholds) {
			const guess = Math.abs(bestGuess(effect.amount) ?? 0);
			const width = widthOfAmount(effect.amount) / Math.max(guess, smallestGuess);
			const estimated = isBenefit(effect) && !hasFormula(effect) && isSpread(effect.amount);
			const narrow = levelOf(effect) <= thresholds.maxLevel && width < thresholds.width;
			return failIf(estimated && narrow, at('effect', effect.id, 'amount'), { width });
		}
	},
	examples: {
		passing: {
			effects: [{ amount: { low: 80, likely: 100, high: 120 }, evidence: { level: 2 } }]
		},
		nearMiss: {
			effects: [
				{ amount: { low: 95, likely: 100, high: 105, confidence: 0.5 }, evidence: { level: 2 } }
			]
		},
		failing: {
			given: {
				effects: [{ amount: { low: 95, likely: 100, high: 105 }, evidence: { level: 2 } }]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'amount')
		}
	}
});
