import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks who gives something up when a scenario has effects and nobody loses. */
export const rule = defineRule({
	id: 'D04',
	scope: 'scenario',
	severity: 3,
	kind: 'auto',
	thresholds: { minEffects: 3 },
	judge: {
		outline({ scenario, effects }, { minEffects }) {
			const losers = effects.some((effect) => !isBenefit(effect) && effect.recipients.length > 0);
			const values = { effects: effects.map(({ id }) => id) };
			const target = at('scenario', scenario.id, 'choices');
			return failIf(effects.length >= minEffects && !losers, target, values);
		}
	},
	examples: {
		passing: {
			parties: [{}],
			effects: [{}, {}, { direction: 'harm', recipients: [{ partyId: 'party', share: null }] }],
			scenarios: [{}]
		},
		nearMiss: { effects: [{}, {}], scenarios: [{}] },
		failing: {
			given: { effects: [{}, {}, { direction: 'harm' }], scenarios: [{}] },
			outcome: 'fail',
			target: at('scenario', 'scenario', 'choices'),
			scenario: 'scenario'
		}
	}
});
