import { at, reviewIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { norm } from '../reading/text.ts';
import { defineRule } from '../rule.ts';
import type { EffectOutline } from '../views/effect-outline.ts';
import { Lists } from '../views/lists.ts';

/** Asks for the balance when effects push one indicator both ways and cannot be added up. */
export const rule = defineRule({
	id: 'C08',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	judge: {
		outline({ effects, indicators }) {
			const followers = new Lists<EffectOutline>();
			for (const effect of effects) followers.add(effect.indicatorId, effect);
			return indicators.map(({ id }) => {
				const opposed = opposedAmong(followers.of(id));
				const values = { effects: opposed.map((effect) => effect.id) };
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

/** The effects that push both ways: those in this area, those elsewhere, or both, in their order. */
function opposedAmong(effects: readonly EffectOutline[]): readonly EffectOutline[] {
	if (effects.length < 2) return [];
	const elsewhere = [true, false].filter((place) =>
		pushBothWays(effects.filter(({ otherArea }) => otherArea === place))
	);
	return effects.filter(({ otherArea }) => elsewhere.includes(otherArea));
}

/** Tells whether there are benefits and harms of which no balance can be made. */
function pushBothWays(effects: readonly EffectOutline[]): boolean {
	if (!effects.some(isBenefit) || effects.every(isBenefit)) return false;
	const units = new Set(effects.map(({ unit }) => norm(unit)));
	return units.size > 1 || !effects.every(({ isQuantified }) => isQuantified);
}
