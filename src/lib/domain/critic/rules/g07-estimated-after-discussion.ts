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
			const sums = scenarios.map(moneyOf);
			return effects
				.map(({ effect }) => effect)
				.filter((effect) => isBenefit(effect) && isInEuros(effect) && levelOf(effect) <= maxLevel)
				.map((effect) => {
					const weighs = sums.some(
						({ ofEffect, benefit }) =>
							benefit > 0 && (ofEffect.get(effect.id) ?? 0) / benefit >= share
					);
					const field = hasFormula(effect) ? 'formula' : 'amount';
					return failIf(weighs && !blind.has(effect.id), at('effect', effect.id, field));
				});
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
