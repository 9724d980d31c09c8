import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks who went to look when every cause comes from figures. */
export const rule = defineRule({
	id: 'E04',
	scope: 'workshop',
	severity: 2,
	kind: 'auto',
	judge: {
		workshop({ file: { workshop, causes } }) {
			const figures = causes.every(({ source }) => source === 'statistics' || source === 'study');
			return failIf(causes.length > 0 && figures, at('workshop', workshop.id, 'causes'));
		}
	},
	examples: {
		passing: { causes: [{ source: 'statistics' }, { source: 'resident' }] },
		nearMiss: { causes: [] },
		failing: {
			given: { causes: [{ source: 'statistics' }, { source: 'study' }] },
			outcome: 'fail',
			target: at('workshop', 'workshop', 'causes')
		}
	}
});
