import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks which figure could contradict the group when no cause comes from figures. */
export const rule = defineRule({
	id: 'E05',
	scope: 'workshop',
	severity: 2,
	kind: 'auto',
	judge: {
		workshop({ file: { workshop, causes } }) {
			const feeling = causes.every(
				({ source }) => source === 'resident' || source === 'professional'
			);
			return failIf(causes.length > 0 && feeling, at('workshop', workshop.id, 'causes'));
		}
	},
	examples: {
		passing: { causes: [{ source: 'resident' }, { source: 'statistics' }] },
		nearMiss: { causes: [{ source: 'professional' }, { source: 'study' }] },
		failing: {
			given: { causes: [{ source: 'resident' }, { source: 'professional' }] },
			outcome: 'fail',
			target: at('workshop', 'workshop', 'causes')
		}
	}
});
