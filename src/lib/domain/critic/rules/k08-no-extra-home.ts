import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks how a renovation can add homes. */
export const rule = defineRule({
	id: 'K08',
	scope: 'effect',
	severity: 1,
	kind: 'auto',
	thresholds: { libraryIds: ['homes-added', 'social-rent-stock'] },
	judge: {
		effect({ effect, measures, indicator }, { libraryIds }) {
			const counted = libraryIds.includes(indicator?.libraryId ?? '');
			const renovated = measures.some(({ type }) => type === 'renovation');
			const rebuilt = measures.some(({ type }) => type === 'restructure');
			const target = at('effect', effect.id, 'indicatorId');
			return failIf(isBenefit(effect) && counted && renovated && !rebuilt, target);
		}
	},
	examples: {
		passing: {
			indicators: [{ libraryId: 'homes-added' }],
			measures: [{ type: 'restructure' }],
			effects: [{ indicatorId: 'indicator' }]
		},
		nearMiss: {
			indicators: [{ libraryId: 'homes-added' }],
			measures: [{ type: 'renovation' }, { type: 'restructure' }],
			effects: [{ indicatorId: 'indicator', measureIds: ['measure', 'measure-2'] }]
		},
		failing: {
			given: {
				indicators: [{ libraryId: 'homes-added' }],
				measures: [{ type: 'renovation' }],
				effects: [{ indicatorId: 'indicator' }]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'indicatorId')
		}
	}
});
