import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks where it is written down when an adopted scenario leans on unconfirmed contributions. */
export const rule = defineRule({
	id: 'G11',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	judge: {
		programme({ scenario, measures }) {
			return measures.map(({ id, contributions }) => {
				const unconfirmed = contributions.filter(({ confirmed }) => !confirmed);
				const values = { unconfirmed: unconfirmed.map((contribution) => contribution.id) };
				const loose = scenario.status === 'adopted' && unconfirmed.length > 0;
				return failIf(loose, at('measure', id, 'contributions'), values);
			});
		}
	},
	examples: {
		passing: {
			parties: [{}],
			measures: [{ contributions: [{ confirmed: true }] }],
			scenarios: [{ status: 'adopted' }]
		},
		nearMiss: {
			parties: [{}],
			measures: [{ contributions: [{ confirmed: false }] }],
			scenarios: [{ status: 'draft' }]
		},
		failing: {
			given: {
				parties: [{}],
				measures: [{ contributions: [{ confirmed: true }, { confirmed: false }] }],
				scenarios: [{ status: 'adopted' }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'contributions'),
			scenario: 'scenario'
		}
	}
});
