import type { Party } from '../party.ts';

/** An agreement in which one purse makes good what another one loses; euros of present value. */
export type Transfer = { readonly from: string; readonly to: string; readonly euros: number };

/** The wrong pocket: what can be set right between purses, and what cannot. */
export type WrongPocket = {
	readonly transfers: readonly Transfer[];
	/** What paying purses still lack after all transfers. */
	readonly shortfall: number;
};

/** A party with its mean present values. */
export type PartyMean = {
	readonly id: string;
	readonly kind: Party['kind'];
	readonly pays: number;
	readonly net: number;
};

/** Amounts below this are not worth an agreement: half a cent. */
const halfCent = 0.005;

/**
 * Finds the smallest transfers that leave no willing payer worse off.
 *
 * The wrong pocket: one organisation pays, another one gains. Purses that pay and lose are made whole
 * by purses that gain, never by people, whose gains are seldom money. Together the transfers are as
 * small as can be, because nobody gets more than they lose and nobody gives more than they gain; the
 * largest gain meets the largest loss first, which keeps their number low.
 * Source of the name: J. Roman (2015), Solving the Wrong Pockets Problem, Urban Institute. The split is
 * the north-west corner rule for transport problems (A. Charnes and W.W. Cooper, 1954).
 * Example: an insurer that gains 180 and a municipality that pays and loses 300: 180 moves, 120 lacks.
 */
export function smallestTransfers(parties: readonly PartyMean[]): WrongPocket {
	const purses = parties.filter(({ kind }) => kind === 'budget');
	const gains = open(purses.filter(({ net }) => net > halfCent));
	const losses = open(purses.filter(({ pays, net }) => pays > 0 && net < -halfCent));
	const transfers: Transfer[] = [];
	for (
		let [gain, loss] = [gains[0], losses[0]];
		gain && loss;
		[gain, loss] = [gains[0], losses[0]]
	) {
		const euros = Math.min(gain.euros, loss.euros);
		transfers.push({ from: gain.id, to: loss.id, euros });
		gain.euros -= euros;
		loss.euros -= euros;
		if (gain.euros <= halfCent) gains.shift();
		if (loss.euros <= halfCent) losses.shift();
	}
	return { transfers, shortfall: losses.reduce((sum, { euros }) => sum + euros, 0) };
}

function open(parties: readonly PartyMean[]): { id: string; euros: number }[] {
	return parties
		.map(({ id, net }) => ({ id, euros: Math.abs(net) }))
		.sort((one, other) => other.euros - one.euros || (one.id < other.id ? -1 : 1));
}
