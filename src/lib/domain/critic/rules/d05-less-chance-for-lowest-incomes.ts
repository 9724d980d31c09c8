import { at, failIf } from '../judgement.ts';
import { reachesSector } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks what a measure on prices or allocation does to people who look for a home. */
export const rule = defineRule({
	id: 'D05',
	scope: 'measure',
	severity: 3,
	kind: 'auto',
	thresholds: { types: ['higher-rent', 'mid-rent', 'sale', 'wider-allocation'] },
	judge: {
		measure({ measure, effects, frame }, { types }) {
			const seen = effects.some(({ effect }) =>
				reachesSector(effect, 'house-seekers', frame.sectors)
			);
			return failIf(types.includes(measure.type) && !seen, at('measure', measure.id, 'type'));
		}
	},
	examples: {
		passing: {
			parties: [{ sector: 'house-seekers' }],
			measures: [{ type: 'sale' }],
			effects: [{ direction: 'harm', recipients: [{ partyId: 'party', share: null }] }]
		},
		nearMiss: { measures: [{ type: 'lower-target-rent' }] },
		failing: {
			given: {
				parties: [{ sector: 'tenants' }],
				measures: [{ type: 'sale' }],
				effects: [{ direction: 'harm', recipients: [{ partyId: 'party', share: null }] }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'type')
		}
	}
});
