import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks what is done differently where many residents have a mild intellectual disability. */
export const rule = defineRule({
	id: 'C16',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	thresholds: { share: 0.35 },
	judge: {
		scenario({ scenario, programme, effects, frame }, thresholds) {
			const many = (frame.area?.mildIntellectualDisabilityShare ?? 0) > thresholds.share;
			const safer = effects
				.map(({ effect }) => effect)
				.filter((effect) => isBenefit(effect) && effect.dimension === 'safety');
			const supported = programme.measures.some(({ type }) => type === 'care-support');
			const target = at('scenario', scenario.id, 'choices');
			const values = { effects: safer.map(({ id }) => id) };
			return failIf(many && safer.length > 0 && !supported, target, values);
		}
	},
	examples: {
		passing: {
			workshop: { area: { mildIntellectualDisabilityShare: 0.36 } },
			measures: [{}, { type: 'care-support' }],
			effects: [{ dimension: 'safety' }],
			scenarios: [{}]
		},
		nearMiss: {
			workshop: { area: { mildIntellectualDisabilityShare: 0.35 } },
			effects: [{ dimension: 'safety' }],
			scenarios: [{}]
		},
		failing: {
			given: {
				workshop: { area: { mildIntellectualDisabilityShare: 0.36 } },
				effects: [{ dimension: 'safety' }],
				scenarios: [{}]
			},
			outcome: 'fail',
			target: at('scenario', 'scenario', 'choices'),
			scenario: 'scenario'
		}
	}
});
