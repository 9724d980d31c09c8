import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks to hear those who receive an effect and have no seat at the table. */
export const rule = defineRule({
	id: 'D10',
	scope: 'party',
	severity: 2,
	kind: 'auto',
	thresholds: { exceptSectors: ['society', 'national-government'] },
	judge: {
		party({ party, received, measures, causes }, { exceptSectors }) {
			const absent = !party.atTable && !exceptSectors.includes(party.sector);
			const heard = causes.some(({ source }) => source === 'resident');
			const onlyReceives = received.length > 0 && measures.length === 0;
			return failIf(absent && onlyReceives && !heard, at('party', party.id, 'atTable'));
		}
	},
	examples: {
		passing: {
			parties: [{ atTable: false }],
			effects: [{ recipients: [{ partyId: 'party', share: 1 }] }],
			causes: [{ source: 'resident', partyId: 'party' }]
		},
		nearMiss: {
			parties: [{ atTable: false }],
			measures: [{ leadPartyId: 'party' }],
			effects: [{ recipients: [{ partyId: 'party', share: 1 }] }]
		},
		failing: {
			given: {
				parties: [{ atTable: false }],
				effects: [{ recipients: [{ partyId: 'party', share: 1 }] }],
				causes: [{ source: 'professional', partyId: 'party' }]
			},
			outcome: 'fail',
			target: at('party', 'party', 'atTable')
		}
	}
});
