import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks who notices a benefit when no group or purse is named, or only society as a whole. */
export const rule = defineRule({
	id: 'D01',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	judge: {
		effect({ effect, frame }) {
			const nobody = effect.recipients.every(
				({ partyId }) => frame.sectors.get(partyId) === 'society'
			);
			return failIf(isBenefit(effect) && nobody, at('effect', effect.id, 'recipients'));
		}
	},
	examples: {
		passing: {
			parties: [{ sector: 'tenants' }],
			effects: [{ recipients: [{ partyId: 'party', share: null }] }]
		},
		nearMiss: { effects: [{ direction: 'harm' }] },
		failing: {
			given: {
				parties: [{ sector: 'society' }],
				effects: [{ recipients: [{ partyId: 'party', share: 1 }] }]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'recipients')
		}
	}
});
