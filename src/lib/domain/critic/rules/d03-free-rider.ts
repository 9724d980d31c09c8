import type { Contribution } from '../../contribution.ts';
import { at, failIf } from '../judgement.ts';
import { moneyOf } from '../money.ts';
import { bestGuess } from '../reading/estimate.ts';
import { defineRule } from '../rule.ts';

/** Asks what an organisation puts in that collects a good part of the benefit. */
export const rule = defineRule({
	id: 'D03',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	thresholds: { benefitShare: 0.2 },
	judge: {
		scenario(view, { benefitShare }) {
			const { benefit, cost, gains } = moneyOf(view);
			if (!(cost > 0 && benefit > 0)) return [];
			const givers = new Set(
				view.programme.measures
					.flatMap(({ contributions }) => contributions)
					.filter(putsIn)
					.map(({ partyId }) => partyId)
			);
			return view.parties.map(({ id, kind, sector }) => {
				const share = (gains.get(id) ?? 0) / benefit;
				const purse = kind === 'budget' && sector !== 'society';
				const collects = purse && share >= benefitShare;
				return failIf(collects && !givers.has(id), at('party', id), { share });
			});
		}
	},
	examples: {
		passing: {
			parties: [{}, {}],
			measures: [{ contributions: [{ amount: 1000 }, { partyId: 'party-2', hours: 20 }] }],
			effects: [{ amount: 10, unitValue: 100, recipients: [{ partyId: 'party-2', share: 1 }] }],
			scenarios: [{}]
		},
		nearMiss: {
			parties: [{}, { sector: 'society' }],
			measures: [{ contributions: [{ amount: 1000 }] }],
			effects: [{ amount: 10, unitValue: 100, recipients: [{ partyId: 'party-2', share: 1 }] }],
			scenarios: [{}]
		},
		failing: {
			given: {
				parties: [{}, {}],
				measures: [{ contributions: [{ amount: 1000 }, { partyId: 'party-2', hours: 0 }] }],
				effects: [{ amount: 10, unitValue: 100, recipients: [{ partyId: 'party-2', share: 1 }] }],
				scenarios: [{}]
			},
			outcome: 'fail',
			target: at('party', 'party-2'),
			scenario: 'scenario'
		}
	}
});

function putsIn({ amount, hours }: Contribution): boolean {
	return (bestGuess(amount) ?? 0) > 0 || (bestGuess(hours) ?? 0) > 0;
}
