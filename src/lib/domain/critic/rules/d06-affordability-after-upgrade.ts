import { at, failIf } from '../judgement.ts';
import { isBenefit, reachesSector } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks what tenants pay after a renovation. */
export const rule = defineRule({
	id: 'D06',
	scope: 'measure',
	severity: 2,
	kind: 'auto',
	judge: {
		measure({ measure, effects, frame }) {
			const seen = effects.some(
				({ effect, indicator }) =>
					indicator?.libraryId === 'housing-cost-burden' ||
					(!isBenefit(effect) && reachesSector(effect, 'tenants', frame.sectors))
			);
			return failIf(measure.type === 'renovation' && !seen, at('measure', measure.id, 'type'));
		}
	},
	examples: {
		passing: {
			parties: [{ sector: 'tenants' }],
			measures: [{ type: 'renovation' }],
			effects: [{ direction: 'harm', recipients: [{ partyId: 'party', share: 1 }] }]
		},
		nearMiss: {
			indicators: [{ libraryId: 'housing-cost-burden' }],
			measures: [{ type: 'renovation' }],
			effects: [{ indicatorId: 'indicator' }]
		},
		failing: {
			given: {
				parties: [{ sector: 'tenants' }],
				measures: [{ type: 'renovation' }],
				effects: [{ direction: 'benefit', recipients: [{ partyId: 'party', share: 1 }] }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'type')
		}
	}
});
