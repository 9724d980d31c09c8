import { at, failIf } from '../judgement.ts';
import { isEmptyPledge } from '../reading/measures.ts';
import { defineRule } from '../rule.ts';

/** Asks how much and when, for a pledge that says neither. */
export const rule = defineRule({
	id: 'K09',
	scope: 'measure',
	severity: 3,
	kind: 'auto',
	judge: {
		measure({ measure }) {
			return measure.contributions.map((contribution, index) => {
				const target = at('measure', measure.id, `contributions.${index}`);
				return failIf(isEmptyPledge(contribution), target, { party: contribution.partyId });
			});
		}
	},
	examples: {
		passing: { parties: [{}], measures: [{ contributions: [{ deadline: '2027-06' }] }] },
		nearMiss: {
			parties: [{}],
			measures: [{ contributions: [{ kind: 'other', confirmed: true }] }]
		},
		failing: {
			given: {
				parties: [{}],
				measures: [{ contributions: [{ hours: 10 }, { kind: 'other' }] }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'contributions.1')
		}
	}
});
