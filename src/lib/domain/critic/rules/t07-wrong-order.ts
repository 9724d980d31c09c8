import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks how a measure can start before what it depends on. */
export const rule = defineRule({
	id: 'T07',
	scope: 'measure',
	severity: 2,
	kind: 'auto',
	judge: {
		measure({ measure, needs }) {
			const later = needs.filter(({ startMonth }) => startMonth > measure.startMonth);
			const values = { later: later.map(({ id }) => id) };
			return failIf(later.length > 0, at('measure', measure.id, 'dependsOn'), values);
		}
	},
	examples: {
		passing: { measures: [{ startMonth: 6, dependsOn: ['measure-2'] }, { startMonth: 0 }] },
		nearMiss: { measures: [{ startMonth: 6, dependsOn: ['measure-2'] }, { startMonth: 6 }] },
		failing: {
			given: { measures: [{ startMonth: 6, dependsOn: ['measure-2'] }, { startMonth: 7 }] },
			outcome: 'fail',
			target: at('measure', 'measure', 'dependsOn')
		}
	}
});
