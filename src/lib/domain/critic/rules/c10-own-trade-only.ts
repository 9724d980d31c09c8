import { at, reviewIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks how another trade would explain it when all stated causes come from one sector. */
export const rule = defineRule({
	id: 'C10',
	scope: 'workshop',
	severity: 2,
	kind: 'assist',
	thresholds: { minCauses: 3 },
	judge: {
		workshop({ file: { workshop, causes }, frame }, { minCauses }) {
			const sectors = causes.flatMap(({ partyId }) => {
				const sector = partyId === null ? undefined : frame.sectors.get(partyId);
				return sector ? [sector] : [];
			});
			const sector = sectors[0] ?? null;
			const same = sectors.length >= minCauses && sectors.every((other) => other === sector);
			return reviewIf(same, at('workshop', workshop.id, 'causes'), { sector });
		}
	},
	examples: {
		passing: {
			parties: [{ sector: 'housing-association' }, { sector: 'police' }],
			causes: [{ partyId: 'party' }, { partyId: 'party' }, { partyId: 'party-2' }]
		},
		nearMiss: {
			parties: [{ sector: 'housing-association' }],
			causes: [{ partyId: 'party' }, { partyId: 'party' }, { partyId: null }]
		},
		failing: {
			given: {
				parties: [{ sector: 'housing-association' }, { sector: 'housing-association' }],
				causes: [{ partyId: 'party' }, { partyId: 'party' }, { partyId: 'party-2' }]
			},
			outcome: 'review',
			target: at('workshop', 'workshop', 'causes')
		}
	}
});
