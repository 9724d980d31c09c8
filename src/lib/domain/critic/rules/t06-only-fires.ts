import type { Indicator } from '../../indicator.ts';
import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { isBetter, measuredValues } from '../reading/observations.ts';
import { once } from '../reading/once.ts';
import { defineRule } from '../rule.ts';

/** Asks about figures that slide while a scenario only works on those that are already wrong. */
export const rule = defineRule({
	id: 'T06',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	thresholds: { minIndicators: 3, share: 0.75 },
	judge: {
		outline({ effects, indicators }, { minIndicators, share }) {
			const used = new Set(effects.filter(isBenefit).map(({ indicatorId }) => indicatorId));
			const judged = indicators.flatMap(judge);
			const worked = judged.filter(({ id }) => used.has(id));
			const wrong = worked.filter(({ isWrong }) => isWrong);
			const onlyFires = worked.length >= minIndicators && wrong.length / worked.length >= share;
			return judged
				.filter(({ id }) => !used.has(id))
				.map(({ id, isWrong, isSliding, values }) =>
					failIf(onlyFires && !isWrong && isSliding, at('indicator', id), values)
				);
		}
	},
	examples: {
		passing: {
			indicators: [...burning(3), sliding()],
			effects: [...following(3), { indicatorId: 'sliding' }],
			scenarios: [{}]
		},
		nearMiss: {
			indicators: [...burning(2), sliding()],
			effects: following(2),
			scenarios: [{}]
		},
		failing: {
			given: {
				indicators: [...burning(3), sliding()],
				effects: following(3),
				scenarios: [{}]
			},
			outcome: 'fail',
			target: at('indicator', 'sliding'),
			scenario: 'scenario'
		}
	}
});

/** Indicators on the wrong side of their norm. */
function burning(count: number) {
	const observations = [
		{ period: '2024', value: 8 },
		{ period: '2025', value: 9 }
	];
	return Array.from({ length: count }, (_, index) => ({
		id: `burning-${index}`,
		norm: 5,
		observations
	}));
}

/** An indicator that is still on the right side of its norm and getting worse. */
function sliding() {
	const observations = [
		{ period: '2024', value: 3 },
		{ period: '2025', value: 4 }
	];
	return { id: 'sliding', norm: 5, observations };
}

function following(count: number) {
	return Array.from({ length: count }, (_, index) => ({ indicatorId: `burning-${index}` }));
}

/** Holds an indicator against its norm; gives nothing when that cannot be done. */
const judge = once((indicator: Indicator) => {
	const { id, norm, better } = indicator;
	const measured = measuredValues(indicator);
	const first = measured[0]?.value;
	const latest = measured.at(-1)?.value;
	if (norm === null || better === 'ambiguous' || measured.length < 2) return [];
	if (first === undefined || latest === undefined) return [];
	const isWrong = isBetter(indicator, norm, latest);
	const isSliding = isBetter(indicator, first, latest);
	return [{ id, isWrong, isSliding, values: { first, latest, norm } }];
});
