import { at, failIf, reviewIf } from '../judgement.ts';
import { bestAmountOf } from '../reading/amount.ts';
import { valuesOfOneKind } from '../reading/observations.ts';
import { highestOf, lowestOf } from '../reading/statistics.ts';
import { norm } from '../reading/text.ts';
import { defineRule } from '../rule.ts';

/** Asks about a change that is larger than the figure ever moved. */
export const rule = defineRule({
	id: 'M01',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	thresholds: { minObservations: 3, failObservations: 5 },
	judge: {
		effect({ effect, indicator }, { minObservations, failObservations }) {
			const target = at('effect', effect.id, 'amount');
			const best = bestAmountOf(effect);
			if (best === null || !indicator || norm(indicator.unit) !== norm(effect.unit)) {
				return failIf(false, target);
			}
			const values = valuesOfOneKind(indicator);
			if (values.length === 0) return failIf(false, target);
			const observed = highestOf(values) - lowestOf(values);
			const claimed = Math.abs(best);
			const larger = values.length >= minObservations && claimed > observed;
			const unsure = values.length < failObservations || observed === 0;
			return (unsure ? reviewIf : failIf)(larger, target, { claimed, observed });
		}
	},
	examples: {
		passing: {
			indicators: [{ unit: 'reports', observations: years([10, 14, 12, 11, 13]) }],
			effects: [{ indicatorId: 'indicator', unit: 'reports', amount: 3 }]
		},
		nearMiss: {
			indicators: [{ unit: 'reports', observations: years([10, 14, 12, 11, 13]) }],
			effects: [{ indicatorId: 'indicator', unit: 'Reports ', amount: 4 }]
		},
		failing: {
			given: {
				indicators: [{ unit: 'reports', observations: years([10, 14, 12, 11, 13]) }],
				effects: [{ indicatorId: 'indicator', unit: 'Reports ', amount: 4.1 }]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'amount')
		},
		reviewing: {
			given: {
				indicators: [{ unit: 'reports', observations: years([10, 14, 12, 11]) }],
				effects: [{ indicatorId: 'indicator', unit: 'reports', amount: 4.1 }]
			},
			outcome: 'review',
			target: at('effect', 'effect', 'amount')
		}
	}
});

function years(values: number[]) {
	return values.map((value, index) => ({ period: String(2020 + index), value }));
}
