import { at, reviewIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { hasFlag } from '../reading/measures.ts';
import { defineRule } from '../rule.ts';

/** Asks how to read reports that may rise because people find someone to report to. */
export const rule = defineRule({
	id: 'O07',
	scope: 'effect',
	severity: 2,
	kind: 'auto',
	judge: {
		effect({ effect, measures, indicator, together }) {
			const visible = measures.some((measure) => hasFlag(measure, 'raises-staff-visibility'));
			const sensitive = isBenefit(effect) && indicator?.reportingSensitive === true;
			const second = together.some(({ steadyDimensions }) =>
				steadyDimensions.includes(effect.dimension)
			);
			const target = at('effect', effect.id, 'indicatorId');
			return reviewIf(visible && sensitive && !second, target);
		}
	},
	examples: {
		passing: {
			indicators: [{ reportingSensitive: true }, { reportingSensitive: false }],
			measures: [{ flags: ['raises-staff-visibility'] }],
			effects: [{ indicatorId: 'indicator' }, { indicatorId: 'indicator-2' }]
		},
		nearMiss: {
			indicators: [{ reportingSensitive: true }],
			measures: [{ flags: ['already-running'] }],
			effects: [{ indicatorId: 'indicator' }]
		},
		failing: {
			given: {
				indicators: [{ reportingSensitive: true }, { reportingSensitive: false }],
				measures: [{ flags: ['raises-staff-visibility'] }],
				effects: [
					{ indicatorId: 'indicator' },
					{ indicatorId: 'indicator-2', direction: 'harm' },
					{ indicatorId: 'indicator-2', dimension: 'housing' }
				]
			},
			outcome: 'review',
			target: at('effect', 'effect', 'indicatorId')
		}
	}
});
