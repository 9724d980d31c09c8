import type { Effect } from '../../effect.ts';
import type { Round } from '../../round.ts';
import { at, failIf } from '../judgement.ts';
import { bestGuess } from '../reading/estimate.ts';
import { meanOf, quantileOf } from '../reading/statistics.ts';
import { defineRule } from '../rule.ts';

/** Keeps the distance finite when the final value is 0. */
const smallestValue = 1e-9;

/** Asks why a number stayed with the party that brought it in while the others saw it otherwise. */
export const rule = defineRule({
	id: 'M07',
	scope: 'round',
	severity: 2,
	kind: 'auto',
	thresholds: { near: 0.05, far: 0.2, minOthers: 3 },
	judge: {
		effect({ effect, rounds }, { near, far, minOthers }) {
			const heard = new Set<string>();
			return rounds.flatMap((round) => {
				const seen = compare(effect, round);
				if (!seen || seen.others < minOthers || heard.has(round.field)) return [];
				const { final, initiator, blindMedian } = seen;
				const close = Math.abs(final - initiator) <= near * Math.abs(initiator);
				const apart =
					Math.abs(blindMedian - final) > far * Math.max(Math.abs(final), smallestValue);
				// One finding for a number, also when it was estimated in two rounds.
				if (close && apart) heard.add(round.field);
				const values = { final, initiator, blindMedian };
				return failIf(close && apart, at('effect', effect.id, round.field), values);
			});
		}
	},
	examples: {
		passing: {
			parties: [{}],
			effects: [{ amount: 4, initiatorPartyId: 'party' }],
			rounds: [{ estimates: estimates(6, 3, 3, 4) }]
		},
		nearMiss: {
			parties: [{}],
			effects: [{ amount: 6, initiatorPartyId: 'party' }],
			rounds: [{ estimates: estimates(6, 3, 3) }]
		},
		failing: {
			given: {
				parties: [{}],
				effects: [{ amount: 6, initiatorPartyId: 'party' }],
				rounds: [{ estimates: estimates(6, 3, 3, 4) }]
			},
			outcome: 'fail',
			target: at('effect', 'effect', 'amount')
		}
	}
});

/** An estimate of the initiator, then those of the others. */
function estimates(initiator: number, ...others: number[]) {
	return [initiator, ...others].map((likely, index) => ({
		partyId: index === 0 ? 'party' : null,
		low: likely,
		likely,
		high: likely
	}));
}

type Seen = { final: number; initiator: number; blindMedian: number; others: number };

function compare(effect: Effect, round: Round): Seen | undefined {
	const final = finalValue(effect, round.field);
	const { status, estimates: given } = round;
	if (final === null || status !== 'revealed' || round.round !== 1) return undefined;
	const byInitiator = (partyId: string | null) =>
		partyId !== null && partyId === effect.initiatorPartyId;
	const own = given.filter(({ partyId }) => byInitiator(partyId)).map(({ likely }) => likely);
	const others = given.filter(({ partyId }) => !byInitiator(partyId)).map(({ likely }) => likely);
	if (own.length === 0 || others.length === 0) return undefined;
	return {
		final,
		initiator: meanOf(own),
		blindMedian: quantileOf(others, 0.5),
		others: others.length
	};
}

function finalValue(effect: Effect, field: string): number | null {
	switch (field) {
		case 'amount':
		case 'unitValue':
		case 'probability':
		case 'deadweight':
		case 'attributionToOthers':
		case 'displacement':
		case 'dropOff':
			return bestGuess(effect[field]);
		default:
			return null;
	}
}
