import { at, failIf } from '../judgement.ts';
import { isBlank } from '../reading/text.ts';
import { defineRule } from '../rule.ts';

/** Asks who would choose to live here at this price. */
export const rule = defineRule({
	id: 'C12',
	scope: 'measure',
	severity: 2,
	kind: 'auto',
	thresholds: { types: ['mixing', 'mid-rent'] },
	judge: {
		measure({ measure }, { types }) {
			const unproven = types.includes(measure.type) && isBlank(measure.demandEvidence);
			return failIf(unproven, at('measure', measure.id, 'demandEvidence'));
		}
	},
	examples: {
		passing: { measures: [{ type: 'mid-rent', demandEvidence: 'Forty replies to a trial offer' }] },
		nearMiss: { measures: [{ type: 'higher-rent' }] },
		failing: {
			given: { measures: [{ type: 'mid-rent', demandEvidence: '  ' }] },
			outcome: 'fail',
			target: at('measure', 'measure', 'demandEvidence')
		}
	}
});
