import { putPractice, putRound, removeRound } from '#lib/document/session/write-round.ts';
import type { Blind } from '#lib/document/session/round.ts';
import type { CommandContext } from '../commands/command.ts';
import type { BlindEstimate, BlindRound } from '../store/store.ts';

/**
 * Writes a round into the session as it now is in the store: the number of answers while it is open,
 * what they came to when it is revealed. Gives the number of answers.
 */
export function showRound({ app, member }: CommandContext, roundId: string): Promise<number> {
	const { workshopId } = member;
	return app.turns.take(roundId, async () => {
		const round = await app.store.findRound(workshopId, roundId);
		const answers = round && !round.result ? await app.store.listEstimates(roundId) : [];
		await app.hub.change(workshopId, 'session', null, (document) => {
			if (!round) removeRound(document, roundId);
			else if (round.subject.kind === 'round') putRound(document, roundShown(round, answers));
			else putPractice(document, practiceShown(round, answers));
		});
		return answers.length;
	});
}

function roundShown(round: BlindRound, answers: readonly BlindEstimate[]) {
	const { id, subject } = round;
	if (subject.kind !== 'round') throw new TypeError('This is a practice round.');
	const { kind: _, ...about } = subject;
	return { id, ...about, ...ending(round), ...blind(round, answers) };
}

function practiceShown(round: BlindRound, answers: readonly BlindEstimate[]) {
	const { id, subject, result } = round;
	if (subject.kind !== 'practice') throw new TypeError('This is no practice round.');
	const { question, unit, answer, source } = subject;
	const known = result ? { answer, source } : { answer: null, source: '' };
	return { id, question, unit, ...known, ...ending(round), ...blind(round, answers) };
}

function ending({ result }: BlindRound) {
	return {
		status: result ? ('revealed' as const) : ('open' as const),
		estimates: [...(result?.estimates ?? [])]
	};
}

function blind(
	{ anonymous, hidden, result }: BlindRound,
	answers: readonly BlindEstimate[]
): Blind {
	const ready = result ? result.estimates.length + result.dontKnow : answers.length;
	const shown = hidden
		? []
		: answers.flatMap(({ numbers, reason }) => {
				return numbers ? [{ partyId: null, ...numbers, reason }] : [];
			});
	return {
		...{ ready, anonymous, hidden, dontKnow: result?.dontKnow ?? 0 },
		// By their numbers, so that the list does not tell who answered first.
		shown: shown.sort((one, other) => one.likely - other.likely || one.low - other.low)
	};
}
