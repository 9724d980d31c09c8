import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { hasFlag } from '../reading/measures.ts';
import { highestOf } from '../reading/statistics.ts';
import { defineRule } from '../rule.ts';

/** Asks how a benefit can start before its measures are in place. */
export const rule = defineRule({
	id: 'T01',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	thresholds: { toleranceMonths: 3 },
	judge: {
		effect({ effect, measures }, { toleranceMonths }) {
			const ready = measures.map((measure) =>
				hasFlag(measure, 'already-running') ? 0 : measure.startMonth + (measure.minLeadMonths ?? 0)
			);
			const earliest = Math.max(0, highestOf(ready));
			const start = effect.startMonth;
			const soon = isBenefit(effect) && start + toleranceMonths < earliest;
			return failIf(soon, at('effect', effect.id, 'startMonth'), { start, earliest });
		}
	},
	examples: {
		passing: {
			measures: [{ startMonth: 6, minLeadMonths: 12 }],
			effects: [{ startMonth: 18 }]
		},
		nearMiss: {
			measures: [{ startMonth: 6, minLeadMonths: 12 }],
			effects: [{ startMonth: 15 }]
		},
		failing: {
			given: {
				measures: [{ startMonth: 6, minLeadMonths: 12 }],
				effects: [{ startMonth: 14 }]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'startMonth')
		}
	}
});
