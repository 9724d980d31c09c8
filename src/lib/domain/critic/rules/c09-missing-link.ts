import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks what happens between a measure and its effect when hardly a word is written on it. */
export const rule = defineRule({
	id: 'C09',
	scope: 'effect',
	severity: 2,
	kind: 'auto',
	thresholds: { minLength: 20 },
	judge: {
		effect({ effect }, { minLength }) {
			const characters = [...effect.because.trim()].length;
			return failIf(characters < minLength, at('effect', effect.id, 'because'));
		}
	},
	examples: {
		passing: { effects: [{ because: 'Neighbours who know each other call each other first.' }] },
		nearMiss: { effects: [{ because: 'Exactly twenty signs' }] },
		failing: {
			given: { effects: [{ because: 'Only nineteen signs ' }] },
			outcome: 'fail',
			target: at('effect', 'effect', 'because')
		}
	}
});
