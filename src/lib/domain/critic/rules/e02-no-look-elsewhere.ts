import { at, failIf } from '../judgement.ts';
import { isBenefit, levelOf } from '../reading/effects.ts';
import { isBlank } from '../reading/text.ts';
import { defineRule } from '../rule.ts';

/** Asks who did this before when weak evidence comes without any reference. */
export const rule = defineRule({
	id: 'E02',
	scope: 'effect',
	severity: 2,
	kind: 'auto',
	thresholds: { maxLevel: 2 },
	judge: {
		effect({ effect }, { maxLevel }) {
			const level = levelOf(effect);
			const weak = isBenefit(effect) && level >= 1 && level <= maxLevel;
			const referred = effect.evidence.references.some(({ text }) => !isBlank(text));
			return failIf(weak && !referred, at('effect', effect.id, 'evidence.references'), { level });
		}
	},
	examples: {
		passing: { effects: [{ evidence: { level: 2, references: [{ text: 'A trial elsewhere' }] } }] },
		nearMiss: { effects: [{ evidence: { level: 3 } }] },
		failing: {
			given: { effects: [{ evidence: { level: 2, references: [{ text: ' ' }] } }] },
			outcome: 'fail',
			target: at('effect', 'effect', 'evidence.references')
		}
	}
});
