import { at, failIf } from '../judgement.ts';
import { hasFlag } from '../reading/measures.ts';
import { defineRule } from '../rule.ts';

/** Asks whether the market test was done before a housing association lets at mid rents. */
export const rule = defineRule({
	id: 'K11',
	scope: 'measure',
	severity: 2,
	kind: 'auto',
	judge: {
		measure({ measure, frame }) {
			const leads = frame.sectors.get(measure.leadPartyId ?? '') === 'housing-association';
			const unchecked = measure.type === 'mid-rent' && !hasFlag(measure, 'procedure-checked');
			return failIf(leads && unchecked, at('measure', measure.id, 'flags'));
		}
	},
	examples: {
		passing: {
			parties: [{ sector: 'housing-association' }],
			measures: [{ type: 'mid-rent', leadPartyId: 'party', flags: ['procedure-checked'] }]
		},
		nearMiss: {
			parties: [{ sector: 'market-party' }],
			measures: [{ type: 'mid-rent', leadPartyId: 'party' }]
		},
		failing: {
			given: {
				parties: [{ sector: 'housing-association' }],
				measures: [{ type: 'mid-rent', leadPartyId: 'party' }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'flags')
		}
	}
});
