import type { Measure } from '../../measure.ts';
import { at, reviewIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks what a party does itself that mostly brings in benefits of what others do. */
export const rule = defineRule({
	id: 'G03',
	scope: 'party',
	severity: 2,
	kind: 'assist',
	thresholds: { minMeasures: 3, share: 0.5 },
	judge: {
		party({ party, initiated }, { minMeasures, share }) {
			const led = new Set<Measure>(
				initiated
					.filter(({ effect }) => isBenefit(effect))
					.flatMap(({ measures }) => measures)
					.filter(({ leadPartyId }) => leadPartyId !== null)
			);
			const measures = [...led].map(({ id }) => id);
			const others = [...led].filter(({ leadPartyId }) => leadPartyId !== party.id);
			const pointing = measures.length >= minMeasures && others.length / measures.length > share;
			const values = { measures, others: others.map(({ id }) => id) };
			return reviewIf(pointing, at('party', party.id), values);
		}
	},
	examples: {
		passing: {
			parties: [{}, {}],
			measures: [{ leadPartyId: 'party' }, { leadPartyId: 'party' }, { leadPartyId: 'party-2' }],
			effects: [{ measureIds: threeMeasures(), initiatorPartyId: 'party' }]
		},
		nearMiss: {
			parties: [{}, {}],
			measures: [{ leadPartyId: 'party' }, { leadPartyId: 'party-2' }, { leadPartyId: null }],
			effects: [{ measureIds: threeMeasures(), initiatorPartyId: 'party' }]
		},
		failing: {
			given: {
				parties: [{}, {}],
				measures: [
					{ leadPartyId: 'party' },
					{ leadPartyId: 'party-2' },
					{ leadPartyId: 'party-2' }
				],
				effects: [{ measureIds: threeMeasures(), initiatorPartyId: 'party' }]
			},
			outcome: 'review',
			target: at('party', 'party')
		}
	}
});

function threeMeasures(): string[] {
	return ['measure', 'measure-2', 'measure-3'];
}
