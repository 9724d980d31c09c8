import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks what new residents bring to the neighbourhood besides their income. */
export const rule = defineRule({
	id: 'C11',
	scope: 'measure',
	severity: 3,
	kind: 'auto',
	thresholds: { incomeWords: ['inkomen', 'koopkracht', 'income', 'purchasing power'] },
	judge: {
		measure({ measure }, { incomeWords }) {
			const onlyIncome = measure.targetProfile.every((trait) =>
				incomeWords.some((word) => trait.toLowerCase().includes(word.toLowerCase()))
			);
			const target = at('measure', measure.id, 'targetProfile');
			return failIf(measure.type === 'mixing' && onlyIncome, target);
		}
	},
	examples: {
		passing: { measures: [{ type: 'mixing', targetProfile: ['starters with a trade'] }] },
		nearMiss: {
			measures: [{ type: 'mixing', targetProfile: ['Modaal inkomen', 'werkt in de buurt'] }]
		},
		failing: {
			given: { measures: [{ type: 'mixing', targetProfile: ['Hoger INKOMEN', 'koopkracht'] }] },
			outcome: 'fail',
			target: at('measure', 'measure', 'targetProfile')
		}
	}
});
