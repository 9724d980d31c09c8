import { dimensions } from '../../vocabulary.ts';
import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks when it is good enough on a theme where no followed figure has a norm. */
export const rule = defineRule({
	id: 'M06',
	scope: 'indicator',
	severity: 2,
	kind: 'auto',
	judge: {
		workshop({ file, effects }) {
			return dimensions.flatMap((dimension) => {
				const followed = new Set(
					effects
						.filter(({ effect }) => isBenefit(effect) && effect.dimension === dimension)
						.map(({ indicator }) => indicator)
				);
				const indicators = file.indicators.filter((indicator) => followed.has(indicator));
				const [first] = indicators;
				if (!first) return [];
				const silent = indicators.every(({ norm }) => norm === null);
				return failIf(silent, at('indicator', first.id, 'norm'), { dimension });
			});
		}
	},
	examples: {
		passing: { indicators: [{ norm: 4 }], effects: [{ indicatorId: 'indicator' }] },
		nearMiss: {
			indicators: [{}, { norm: 4 }],
			effects: [{ indicatorId: 'indicator' }, { indicatorId: 'indicator-2' }]
		},
		failing: {
			given: {
				indicators: [{}, { norm: 4 }],
				effects: [
					{ indicatorId: 'indicator', dimension: 'safety' },
					{ indicatorId: 'indicator-2', dimension: 'housing' }
				]
			},
			outcome: 'fail',
			target: at('indicator', 'indicator', 'norm')
		}
	}
});
