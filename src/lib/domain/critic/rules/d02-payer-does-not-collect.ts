import type { Party } from '../../party.ts';
import { at } from '../judgement.ts';
import type { Judgement } from '../judgement.ts';
import { moneyOf } from '../money.ts';
import { isBenefit, isInEuros } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';
import type { ScenarioView } from '../views/views.ts';

/** Asks why an organisation would pay much of the cost and collect hardly any of the benefit. */
export const rule = defineRule({
	id: 'D02',
	scope: 'scenario',
	severity: 3,
	kind: 'auto',
	thresholds: { costShare: 0.25, benefitShare: 0.05 },
	judge: {
		scenario(view, thresholds) {
			const { benefit, cost, pays, gains } = moneyOf(view);
			if (!(cost > 0 && benefit > 0)) return [];
			return view.parties.map((party): Judgement => {
				const costShare = (pays.get(party.id) ?? 0) / cost;
				const benefitShare = (gains.get(party.id) ?? 0) / benefit;
				const unequal =
					party.kind === 'budget' &&
					costShare >= thresholds.costShare &&
					benefitShare <= thresholds.benefitShare;
				const outcome = !unequal ? 'pass' : mayGainOtherwise(party, view) ? 'review' : 'fail';
				return { outcome, target: at('party', party.id), values: { costShare, benefitShare } };
			});
		}
	},
	examples: {
		passing: {
			parties: [{}, {}],
			measures: [{ contributions: [{ amount: 1000 }] }],
			effects: [{ amount: 10, unitValue: 100, recipients: [{ partyId: 'party', share: 0.5 }] }],
			scenarios: [{}]
		},
		nearMiss: {
			parties: [{ kind: 'people' }, {}],
			measures: [{ contributions: [{ amount: 1000 }] }],
			effects: [{ amount: 10, unitValue: 100, recipients: [{ partyId: 'party-2', share: 1 }] }],
			scenarios: [{}]
		},
		failing: {
			given: {
				parties: [{}, {}],
				measures: [{ contributions: [{ amount: 1000 }] }],
				effects: [{ amount: 10, unitValue: 100, recipients: [{ partyId: 'party-2', share: 1 }] }],
				scenarios: [{}]
			},
			outcome: 'fail',
			target: at('party', 'party'),
			scenario: 'scenario'
		},
		reviewing: {
			given: {
				parties: [{}, {}],
				measures: [{ contributions: [{ amount: 1000 }] }],
				effects: [
					{ amount: 10, unitValue: 100, recipients: [{ partyId: 'party-2', share: 1 }] },
					{ strength: 2, recipients: [{ partyId: 'party', share: null }] }
				],
				scenarios: [{}]
			},
			outcome: 'review',
			target: at('party', 'party'),
			scenario: 'scenario'
		}
	}
});

/** Tells whether a party receives a benefit without a price, or puts in no money but time or things. */
function mayGainOtherwise({ id }: Party, { effects, programme }: ScenarioView): boolean {
	const receives = effects.some(
		({ effect }) =>
			isBenefit(effect) &&
			!isInEuros(effect) &&
			effect.recipients.some(({ partyId, share }) => partyId === id && share !== 0)
	);
	if (receives) return true;
	return programme.measures
		.flatMap(({ contributions }) => contributions)
		.filter(({ partyId }) => partyId === id)
		.every(({ kind }) => kind === 'hours' || kind === 'other');
}
