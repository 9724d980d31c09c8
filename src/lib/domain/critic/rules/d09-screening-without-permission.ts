import { at, failIf } from '../judgement.ts';
import { isBlank } from '../reading/text.ts';
import { defineRule } from '../rule.ts';

/** Asks on what legal basis people are screened. */
export const rule = defineRule({
	id: 'D09',
	scope: 'measure',
	severity: 3,
	kind: 'auto',
	judge: {
		measure({ measure }) {
			const unfounded = measure.type === 'screening' && isBlank(measure.legalBasis);
			return failIf(unfounded, at('measure', measure.id, 'legalBasis'));
		}
	},
	examples: {
		passing: { measures: [{ type: 'screening', legalBasis: 'Permission of the minister' }] },
		nearMiss: { measures: [{ type: 'soft-steering' }] },
		failing: {
			given: { measures: [{ type: 'screening', legalBasis: ' ' }] },
			outcome: 'fail',
			target: at('measure', 'measure', 'legalBasis')
		}
	}
});
