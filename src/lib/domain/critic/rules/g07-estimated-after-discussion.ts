import type { Effect } from '../../effect.ts';
import { at, failIf } from '../judgement.ts';
import { moneyOf } from '../money.ts';
import { hasFormula, isBenefit, isInEuros, levelOf } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks for a blind round on a number that weighs heavily and rests on little evidence. */
export const rule = defineRule({
	id: 'G07',
	scope: 'effect',
	severity: 2,
	kind: 'auto',
	thresholds: { share: 0.2, maxLevel: 2, minEstimates: 3 },
	judge: {
		workshop({ file, effects, scenarios }, { share, maxLevel, minEstimates }) {
			const blind = new Set(
				file.rounds
					.filter(({ status, round }) => status === 'revealed' && round === 1)
					.filter(({ estimates }) => estimates.length >= minEstimates)
					.map(({ effectId }) => effectId)
			);
			const sums = scenarios.map(moneyOf).filter(({ benefit }) => benefit > 0);
			const weighs = ({ id }: Effect) =>
				sums.some(({ ofEffect, benefit }) => (ofEffect.get(id) ?? 0) / benefit >= share);
			return effects
				.map(({ effect }) => effect)
				.filter((effect) => isBenefit(effect) && isInEuros(effect) && levelOf(effect) <= maxLevel)
				.filter((effect) => weighs(effect) && !blind.has(effect.id))
				.map((effect) =>
					failIf(true, at('effect', effect.id, hasFormula(effect) ? 'formula' : 'amount'))
				);
		}
	},
	examples: {
		passing: {
			effects: [{ amount: 10, unitValue: 100 }],
			rounds: [{ field: 'unitValue', estimates: threeEstimates() }],
			scenarios: [{}]
		},
		nearMiss: {
			effects: [
				{ amount: 19, unitValue: 1 },
				{ amount: 81, unitValue: 1, evidence: { level: 3 } }
			],
			scenarios: [{}]
		},
		failing: {
			given: {
				effects: [
					{ amount: 20, unitValue: 1 },
					{ amount: 80, unitValue: 1, evidence: { level: 3 } }
				],
				rounds: [{ round: 2, estimates: threeEstimates() }],
				scenarios: [{}]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'amount')
		}
	}
});

function threeEstimates() {
	return [1, 2, 3].map((likely) => ({ low: likely, likely, high: likely }));
}
