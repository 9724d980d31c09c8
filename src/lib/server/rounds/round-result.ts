import { partiesShown } from '#lib/domain/party-shown.ts';
import { shuffled } from '#lib/domain/shuffle.ts';
import type { BlindEstimate, RoundResult } from '../store/store.ts';

type Conditions = {
	readonly anonymous: boolean;
	readonly minGroupSize: number;
	/** Gives a chance in [0, 1). */
	readonly random: () => number;
};

/**
 * Makes of the answers in a round what everybody may see at the reveal: in an order that tells
 * nothing, and with a party only where enough estimates are from that party.
 */
export function resultOfRound(
	answers: readonly BlindEstimate[],
	{ anonymous, minGroupSize, random }: Conditions
): RoundResult {
	const estimates = shuffled(answers.flatMap(numbersOf), random);
	const shown = partiesShown(
		estimates.map(({ partyId }) => partyId),
		minGroupSize
	);
	return {
		estimates: estimates.map(({ giver: _, partyId, ...estimate }) => {
			return { partyId: partyId !== null && shown.has(partyId) ? partyId : null, ...estimate };
		}),
		dontKnow: answers.length - estimates.length,
		givers: anonymous ? null : estimates.map(({ giver }) => giver)
	};
}

function numbersOf({ giver, partyId, numbers, reason }: BlindEstimate) {
	return numbers === null ? [] : [{ giver, partyId, ...numbers, reason }];
}
