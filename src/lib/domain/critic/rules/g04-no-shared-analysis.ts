import { at, failIf } from '../judgement.ts';
import { highestOf } from '../reading/statistics.ts';
import { defineRule } from '../rule.ts';

/** Asks for one cause that most parties at the table recognise. */
export const rule = defineRule({
	id: 'G04',
	scope: 'workshop',
	severity: 2,
	kind: 'auto',
	thresholds: { share: 0.75 },
	judge: {
		workshop({ file: { workshop, causes, parties } }, { share }) {
			const seated = new Set(parties.filter((party) => party.atTable).map(({ id }) => id));
			const carriers = causes.map(
				({ partyId, endorsedBy }) =>
					[...new Set([partyId ?? '', ...endorsedBy])].filter((id) => seated.has(id)).length
			);
			const best = Math.max(0, highestOf(carriers));
			const divided = seated.size > 0 && !(best / seated.size >= share);
			const target = at('workshop', workshop.id, 'causes');
			const values = { best, atTable: seated.size };
			return failIf(causes.length === 0 || divided, target, values);
		}
	},
	examples: {
		passing: { parties: [{}], causes: [{ partyId: 'party' }] },
		nearMiss: {
			parties: [{}, {}, {}, {}],
			causes: [{ partyId: 'party', endorsedBy: ['party-2', 'party-3'] }]
		},
		failing: {
			given: {
				parties: [{}, {}, {}, { atTable: false }],
				causes: [{ partyId: 'party', endorsedBy: ['party-2', 'party-4'] }]
			},
			outcome: 'fail',
			target: at('workshop', 'workshop', 'causes')
		}
	}
});
