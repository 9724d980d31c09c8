import { at, failIf } from '../judgement.ts';
import { bestAmountOf } from '../reading/amount.ts';
import { lowestOf } from '../reading/statistics.ts';
import { defineRule } from '../rule.ts';

/** Room for the last bit of a product such as 3 * 0.1. */
const roundingRoom = 1 + 1e-9;

/** Asks how an effect can be larger than the people or homes that a measure reaches. */
export const rule = defineRule({
	id: 'M05',
	scope: 'effect',
	severity: 3,
	kind: 'auto',
	judge: {
		effect({ effect, measures }) {
			const target = at('effect', effect.id, 'amount');
			const amount = bestAmountOf(effect);
			const reaches = measures.flatMap(({ reach }) => (reach === null ? [] : [reach]));
			if (amount === null || effect.maxPerPerson === null || reaches.length === 0) {
				return failIf(false, target);
			}
			const limit = lowestOf(reaches) * effect.maxPerPerson;
			return failIf(amount > limit * roundingRoom, target, { amount, limit });
		}
	},
	examples: {
		passing: { measures: [{ reach: 40 }], effects: [{ amount: 30, maxPerPerson: 1 }] },
		nearMiss: { measures: [{ reach: 40 }], effects: [{ amount: 40, maxPerPerson: 1 }] },
		failing: {
			given: {
				measures: [{ reach: 40 }, { reach: 90 }],
				effects: [{ measureIds: ['measure', 'measure-2'], amount: 41, maxPerPerson: 1 }]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'amount')
		}
	}
});
