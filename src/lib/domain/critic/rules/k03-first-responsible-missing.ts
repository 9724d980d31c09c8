import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { partiesOf } from '../reading/measures.ts';
import { defineRule } from '../rule.ts';

/** Asks for the party that is responsible in the first place for the theme a measure works on. */
export const rule = defineRule({
	id: 'K03',
	scope: 'measure',
	severity: 3,
	kind: 'auto',
	thresholds: {
		housing: ['housing-association', 'market-party'],
		amenities: ['municipality', 'business', 'market-party'],
		safety: ['municipality', 'police', 'welfare'],
		environment: ['municipality', 'housing-association']
	},
	judge: {
		measure({ measure, effects, frame }, responsible) {
			const present = new Set<string>(
				[...partiesOf(measure)].map((partyId) => frame.sectors.get(partyId) ?? '')
			);
			const missing = Object.entries(responsible)
				.filter(([, sectors]) => !sectors.some((sector) => present.has(sector)))
				.map(([dimension]) => dimension)
				.filter((dimension) =>
					effects.some(({ effect }) => isBenefit(effect) && effect.dimension === dimension)
				);
			const target = at('measure', measure.id, 'contributions');
			return failIf(missing.length > 0, target, { dimensions: missing });
		}
	},
	examples: {
		passing: {
			parties: [{ sector: 'police' }],
			measures: [{ contributions: [{ hours: 20 }] }],
			effects: [{ dimension: 'safety' }]
		},
		nearMiss: {
			parties: [{ sector: 'welfare' }],
			measures: [{ leadPartyId: 'party' }],
			effects: [{ dimension: 'safety' }, { dimension: 'residents' }]
		},
		failing: {
			given: {
				parties: [{ sector: 'housing-association' }],
				measures: [{ leadPartyId: 'party' }],
				effects: [{ dimension: 'safety' }, { dimension: 'housing' }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'contributions')
		}
	}
});
