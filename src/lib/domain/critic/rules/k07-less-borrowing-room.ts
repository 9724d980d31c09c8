import { at, failIf } from '../judgement.ts';
import { isBenefit, reachesSector } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

const borrowingRoom = ['policy-value', 'loan-to-value'];

/** Asks what lower rents do to what a housing association can borrow. */
export const rule = defineRule({
	id: 'K07',
	scope: 'measure',
	severity: 2,
	kind: 'auto',
	judge: {
		measure({ measure, effects, frame }) {
			const seen = effects.some(
				({ effect, indicator }) =>
					borrowingRoom.includes(indicator?.libraryId ?? '') ||
					(!isBenefit(effect) && reachesSector(effect, 'housing-association', frame.sectors))
			);
			const lower = measure.type === 'lower-target-rent';
			return failIf(lower && !seen, at('measure', measure.id, 'type'));
		}
	},
	examples: {
		passing: {
			parties: [{ sector: 'housing-association' }],
			measures: [{ type: 'lower-target-rent' }],
			effects: [{ direction: 'harm', recipients: [{ partyId: 'party', share: 1 }] }]
		},
		nearMiss: {
			indicators: [{ libraryId: 'loan-to-value' }],
			measures: [{ type: 'lower-target-rent' }],
			effects: [{ indicatorId: 'indicator' }]
		},
		failing: {
			given: {
				parties: [{ sector: 'housing-association' }],
				measures: [{ type: 'lower-target-rent' }],
				effects: [{ direction: 'benefit', recipients: [{ partyId: 'party', share: 1 }] }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'type')
		}
	}
});
