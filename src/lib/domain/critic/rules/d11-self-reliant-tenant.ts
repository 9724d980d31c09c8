import { at, reviewIf } from '../judgement.ts';
import { hasFlag } from '../reading/measures.ts';
import { defineRule } from '../rule.ts';

/** Asks whether tenants can do what a measure expects where many have a low income. */
export const rule = defineRule({
	id: 'D11',
	scope: 'measure',
	severity: 2,
	kind: 'assist',
	thresholds: { lowIncomeShare: 0.4 },
	judge: {
		measure({ measure, frame }, { lowIncomeShare }) {
			const share = frame.area?.lowIncomeShare ?? null;
			const demanding = hasFlag(measure, 'requires-tenant-action');
			const low = share === null || share >= lowIncomeShare;
			return reviewIf(demanding && low, at('measure', measure.id, 'flags'), { share });
		}
	},
	examples: {
		passing: {
			workshop: { area: { lowIncomeShare: 0.2 } },
			measures: [{ flags: ['requires-tenant-action'] }]
		},
		nearMiss: {
			workshop: { area: { lowIncomeShare: 0.39 } },
			measures: [{ flags: ['requires-tenant-action'] }]
		},
		failing: {
			given: {
				workshop: { area: { lowIncomeShare: 0.4 } },
				measures: [{ flags: ['requires-tenant-action'] }]
			},
			outcome: 'review',
			target: at('measure', 'measure', 'flags')
		}
	}
});
