import { at, failIf } from '../judgement.ts';
import { isBenefit, levelOf } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks where a benefit comes from when nobody says how it is known. */
export const rule = defineRule({
	id: 'E01',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	judge: {
		effect({ effect }) {
			const level = levelOf(effect);
			const target = at('effect', effect.id, 'evidence.level');
			return failIf(isBenefit(effect) && level === 0, target, { level });
		}
	},
	examples: {
		passing: { effects: [{ evidence: { level: 3 } }] },
		nearMiss: { effects: [{ evidence: { level: 1 } }] },
		failing: {
			given: { effects: [{ evidence: { level: null } }] },
			outcome: 'fail',
			target: at('effect', 'effect', 'evidence.level')
		}
	}
});
