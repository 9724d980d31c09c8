import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks to invite a party that has a task in the plan and no seat at the table. */
export const rule = defineRule({
	id: 'G02',
	scope: 'party',
	severity: 3,
	kind: 'auto',
	judge: {
		party({ party, measures }) {
			const values = { measures: measures.map(({ id }) => id) };
			const absent = !party.atTable && measures.length > 0;
			return failIf(absent, at('party', party.id, 'atTable'), values);
		}
	},
	examples: {
		passing: { parties: [{ atTable: true }], measures: [{ leadPartyId: 'party' }] },
		nearMiss: {
			parties: [{ atTable: false }],
			effects: [{ recipients: [{ partyId: 'party', share: 1 }] }]
		},
		failing: {
			given: { parties: [{ atTable: false }], measures: [{ contributions: [{ amount: 100 }] }] },
			outcome: 'fail',
			target: at('party', 'party', 'atTable')
		}
	}
});
