import { dimensions } from '../../vocabulary.ts';
import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';
import { Lists } from '../views/lists.ts';

/** Asks when it is good enough on a theme where no followed figure has a norm. */
export const rule = defineRule({
	id: 'M06',
	scope: 'indicator',
	severity: 2,
	kind: 'auto',
	judge: {
		outlines({ effects, indicators }) {
			const improved = new Lists<string | null>();
			for (const effect of effects)
				if (isBenefit(effect)) improved.add(effect.dimension, effect.indicatorId);
			return dimensions.flatMap((dimension) => {
				const followed = new Set(improved.of(dimension));
				const ofTheme = indicators.filter(({ id }) => followed.has(id));
				const [first] = ofTheme;
				if (!first) return [];
				const silent = ofTheme.every(({ norm }) => norm === null);
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
