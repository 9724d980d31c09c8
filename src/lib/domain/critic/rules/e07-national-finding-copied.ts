import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks for a local check on a finding that holds for the country as a whole. */
export const rule = defineRule({
	id: 'E07',
	scope: 'effect',
	severity: 2,
	kind: 'auto',
	judge: {
		effect({ effect }) {
			const { scope, localCheck } = effect.evidence;
			const copied = isBenefit(effect) && scope === 'national' && !localCheck;
			return failIf(copied, at('effect', effect.id, 'evidence.localCheck'));
		}
	},
	examples: {
		passing: { effects: [{ evidence: { scope: 'national', localCheck: true } }] },
		nearMiss: { effects: [{ evidence: { scope: 'elsewhere', localCheck: false } }] },
		failing: {
			given: { effects: [{ evidence: { scope: 'national' } }] },
			outcome: 'fail',
			target: at('effect', 'effect', 'evidence.localCheck')
		}
	}
});
