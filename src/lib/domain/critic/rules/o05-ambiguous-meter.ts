import { dimensions } from '../../vocabulary.ts';
import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks for a second figure on a theme where only a figure is followed that can mean two things. */
export const rule = defineRule({
	id: 'O05',
	scope: 'indicator',
	severity: 1,
	kind: 'auto',
	judge: {
		outlines({ effects, indicators }) {
			const followed = new Set(effects.map(({ indicatorId }) => indicatorId));
			const improved = new Set(effects.filter(isBenefit).map(({ indicatorId }) => indicatorId));
			return dimensions.flatMap((dimension) => {
				const ofTheme = indicators.filter((indicator) => indicator.dimension === dimension);
				const first = ofTheme.find(({ id, better }) => better === 'ambiguous' && improved.has(id));
				if (!first) return [];
				const clear = ofTheme.some(({ id, better }) => better !== 'ambiguous' && followed.has(id));
				return failIf(!clear, at('indicator', first.id, 'better'), { dimension });
			});
		}
	},
	examples: {
		passing: { indicators: [{ better: 'lower' }], effects: [{ indicatorId: 'indicator' }] },
		nearMiss: {
			indicators: [{ better: 'ambiguous' }, { better: 'lower' }],
			effects: [{ indicatorId: 'indicator' }, { indicatorId: 'indicator-2', direction: 'harm' }]
		},
		failing: {
			given: {
				indicators: [{ better: 'ambiguous' }, { better: 'lower' }],
				effects: [{ indicatorId: 'indicator' }]
			},
			outcome: 'fail',
			target: at('indicator', 'indicator', 'better')
		}
	}
});
