import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { measuredValues } from '../reading/observations.ts';
import { defineRule } from '../rule.ts';

/** Asks who leaves and who stays when a plan works through who comes to live here. */
export const rule = defineRule({
	id: 'C17',
	scope: 'workshop',
	severity: 2,
	kind: 'auto',
	thresholds: {
		types: [
			'allocation',
			'wider-allocation',
			'mixing',
			'soft-steering',
			'screening',
			'marketing',
			'higher-rent',
			'mid-rent'
		],
		libraryIds: ['mutation-rate', 'move-within-area', 'outflow-profile']
	},
	judge: {
		workshop({ file, effects }, { types, libraryIds }) {
			const inflow = effects.filter(
				({ effect, measures }) =>
					isBenefit(effect) &&
					effect.dimension === 'residents' &&
					measures.some(({ type }) => types.includes(type))
			);
			const followed = file.indicators.some(
				(indicator) =>
					libraryIds.includes(indicator.libraryId ?? '') && measuredValues(indicator).length > 0
			);
			const values = { effects: inflow.map(({ effect }) => effect.id) };
			const target = at('workshop', file.workshop.id, 'indicators');
			return failIf(inflow.length > 0 && !followed, target, values);
		}
	},
	examples: {
		passing: {
			measures: [{ type: 'mixing' }],
			effects: [{}],
			indicators: [{ libraryId: 'mutation-rate', observations: [{ period: '2025', value: 8 }] }]
		},
		nearMiss: { measures: [{ type: 'mixing' }], effects: [{ dimension: 'safety' }] },
		failing: {
			given: {
				measures: [{ type: 'mixing' }],
				effects: [{}],
				indicators: [
					{ libraryId: 'mutation-rate', observations: [{ period: '2025', value: null }] }
				]
			},
			outcome: 'fail',
			target: at('workshop', 'workshop', 'indicators')
		}
	}
});
