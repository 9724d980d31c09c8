import type { Effect } from '../../effect.ts';
import { at, reviewIf } from '../judgement.ts';
import { isBenefit, isQuantified } from '../reading/effects.ts';
import { norm } from '../reading/text.ts';
import { defineRule } from '../rule.ts';
import { Lists } from '../views/lists.ts';

/** Asks for the balance when effects push one indicator both ways and cannot be added up. */
export const rule = defineRule({
	id: 'C08',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	judge: {
		scenario({ effects, indicators }) {
			const followers = new Lists<Effect>();
			for (const { effect } of effects) followers.add(effect.indicatorId, effect);
			return indicators.map(({ id }) => {
				const following = followers.of(id);
				const opposed = [true, false].filter((elsewhere) =>
					pushBothWays(following.filter(({ otherArea }) => otherArea === elsewhere))
				);
				const cancelling = following.filter(({ otherArea }) => opposed.includes(otherArea));
				const values = { effects: cancelling.map((effect) => effect.id) };
				return reviewIf(opposed.length > 0, at('indicator', id), values);
			});
		}
	},
	examples: {
		passing: {
			indicators: [{}],
			effects: [
				{ indicatorId: 'indicator', amount: 3, unit: 'reports' },
				{ indicatorId: 'indicator', amount: 1, unit: ' Reports', direction: 'harm' }
			],
			scenarios: [{}]
		},
		nearMiss: {
			indicators: [{}],
			effects: [
				{ indicatorId: 'indicator' },
				{ indicatorId: 'indicator', direction: 'harm', otherArea: true }
			],
			scenarios: [{}]
		},
		failing: {
			given: {
				indicators: [{}],
				effects: [
					{ indicatorId: 'indicator', amount: 3, unit: 'reports' },
					{ indicatorId: 'indicator', direction: 'harm' }
				],
				scenarios: [{}]
			},
			outcome: 'review',
			target: at('indicator', 'indicator'),
			scenario: 'scenario'
		}
	}
});

/** Tells whether there are benefits and harms of which no balance can be made. */
function pushBothWays(effects: readonly Effect[]): boolean {
	const units = new Set(effects.map(({ unit }) => norm(unit)));
	const balanced = units.size === 1 && effects.every(isQuantified);
	return effects.some(isBenefit) && !effects.every(isBenefit) && !balanced;
}
