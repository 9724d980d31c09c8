import type { Measure } from '../../measure.ts';
import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { hasFlag } from '../reading/measures.ts';
import { endMonth } from '../reading/months.ts';
import { isBetter, measuredValues } from '../reading/observations.ts';
import { defineRule } from '../rule.ts';
import type { LinkedEffect } from '../views/views.ts';

/** Asks who decides to stop a running measure while its figure gets better. */
export const rule = defineRule({
	id: 'O09',
	scope: 'measure',
	severity: 2,
	kind: 'auto',
	thresholds: { gapMonths: 3 },
	judge: {
		measure({ measure, effects, dependants, ofSameType, frame }, { gapMonths }) {
			const end = endMonth(measure, frame.horizonMonths);
			const stops =
				hasFlag(measure, 'already-running') &&
				measure.durationMonths !== null &&
				end < frame.horizonMonths;
			// The measure itself never goes on after its own end.
			const goesOn = (other: Measure) =>
				other.startMonth <= end + gapMonths && endMonth(other, frame.horizonMonths) > end;
			const lost =
				stops && effects.some(worked) && !dependants.some(goesOn) && !ofSameType.some(goesOn);
			return failIf(lost, at('measure', measure.id, 'durationMonths'));
		}
	},
	examples: {
		passing: {
			indicators: [improving()],
			measures: [
				{ flags: ['already-running'], durationMonths: 24 },
				{ startMonth: 27, dependsOn: ['measure'], type: 'meeting' }
			],
			effects: [{ indicatorId: 'indicator' }]
		},
		nearMiss: {
			indicators: [improving()],
			measures: [{ flags: ['already-running'], durationMonths: 120 }],
			effects: [{ indicatorId: 'indicator' }]
		},
		failing: {
			given: {
				indicators: [improving()],
				measures: [
					{ flags: ['already-running'], durationMonths: 24 },
					{ startMonth: 28, dependsOn: ['measure'], type: 'meeting' }
				],
				effects: [{ indicatorId: 'indicator' }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'durationMonths')
		}
	}
});

function improving() {
	const observations = [
		{ period: '2024', value: 9 },
		{ period: '2025', value: 8 }
	];
	return { better: 'lower' as const, observations };
}

/** Tells whether a benefit follows a figure that is better now than at first. */
function worked({ effect, indicator }: LinkedEffect): boolean {
	if (!isBenefit(effect) || !indicator) return false;
	const measured = measuredValues(indicator);
	const first = measured[0]?.value;
	const latest = measured.at(-1)?.value;
	if (measured.length < 2 || first === undefined || latest === undefined) return false;
	return isBetter(indicator, latest, first);
}
