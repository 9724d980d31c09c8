import { pooledEstimate } from '#lib/domain/pooled-estimate.ts';
import type { Estimate } from '#lib/domain/round.ts';
import {
	isLognormal,
	isRange,
	type Quantity,
	type RangeEstimate
} from '#lib/domain/quantity-form.ts';
import type { PracticeRound, SessionRound } from '#lib/document/session/round.ts';

/** What one round about a number came to. */
export type RevealedRound = {
	readonly id: string;
	readonly round: 1 | 2;
	readonly estimates: readonly Estimate[];
	readonly pooled: RangeEstimate;
	/** How many said that they don't know. */
	readonly dontKnow: number;
};

/** Everything that was revealed about one number, the latest round last. */
export type RevealedNumber = {
	readonly effectId: string;
	readonly field: string;
	readonly rounds: readonly RevealedRound[];
	/** The best guess that stands in the plan; undefined without one. */
	readonly planned: number | undefined;
};

type NumberOfEffect = Pick<SessionRound, 'effectId' | 'field'>;

/**
 * Gathers what was revealed about one number: its last first round and its last second round.
 *
 * @param planned what stands on the card
 */
export function revealedNumber(
	rounds: readonly SessionRound[],
	{ effectId, field }: NumberOfEffect,
	planned: Quantity
): RevealedNumber {
	const same = rounds.filter(
		(one) => one.effectId === effectId && one.field === field && one.status === 'revealed'
	);
	const first = same.findLastIndex(({ round }) => round === 1);
	// A second round belongs to the first round before it; an older one is about an earlier question.
	const second = same.findLastIndex(({ round }) => round === 2);
	const latest = second > first ? [same[first], same[second]] : [same[first]];
	const revealed = latest.flatMap((round) => (round ? revealedRound(round) : []));
	return { effectId, field, rounds: revealed, planned: bestGuessOf(planned) };
}

type Revealable = Pick<SessionRound, 'id' | 'round' | 'field' | 'estimates' | 'dontKnow'>;

function revealedRound({ id, round, field, estimates, dontKnow }: Revealable): RevealedRound[] {
	const pooled = pooledEstimate(estimates, field);
	return pooled ? [{ id, round, estimates, pooled, dontKnow }] : [];
}

/**
 * Gathers what an open round that hides nothing shows so far; undefined without answers. What stands on
 * the card is not in it.
 */
export function shownSoFar(round: SessionRound): RevealedNumber | undefined {
	const { effectId, field, shown } = round;
	const rounds = revealedRound({ ...round, estimates: shown });
	return rounds.length === 0 ? undefined : { effectId, field, rounds, planned: undefined };
}

/** Gives the best guess in a quantity; a range without one has none. */
export function bestGuessOf(quantity: Quantity): number | undefined {
	if (quantity === null || isLognormal(quantity)) return undefined;
	return isRange(quantity) ? quantity.likely : quantity;
}

/** Finds the places of the estimates with the lowest and the highest best guess; none when all agree. */
export function extremesOf(
	estimates: readonly Pick<Estimate, 'likely'>[]
): { readonly lowest: number; readonly highest: number } | undefined {
	const guesses = estimates.map(({ likely }) => likely);
	const [low, high] = [Math.min(...guesses), Math.max(...guesses)];
	if (!(low < high)) return undefined;
	return { lowest: guesses.indexOf(low), highest: guesses.indexOf(high) };
}

/** Gathers what a practice round came to; what is marked is the known answer. */
export function revealedPractice(practice: PracticeRound): RevealedNumber {
	const { id, answer } = practice;
	const field = `inputs.${id}`;
	const rounds = revealedRound({ ...practice, round: 1, field });
	return { effectId: id, field, rounds, planned: answer ?? undefined };
}

/** Gives the last revealed round about each number, the latest first. */
export function latestRevealed<Round extends SessionRound>(rounds: readonly Round[]): Round[] {
	const latest = new Map<string, Round>();
	for (const round of rounds) {
		if (round.status === 'revealed') latest.set(`${round.effectId} ${round.field}`, round);
	}
	return [...latest.values()].reverse();
}
