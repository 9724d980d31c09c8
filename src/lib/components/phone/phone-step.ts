import { estimatingPhases, isAt, votingPhases, type Phase } from '#lib/document/phase.ts';
import type { PracticeRound, SessionRound } from '#lib/document/session/round.ts';
import type { SessionView } from '#lib/document/session/view.ts';

type View = Pick<
	SessionView,
	'phase' | 'practices' | 'rounds' | 'votes' | 'readyCheck' | 'doubt' | 'premortem' | 'member'
>;

/** Asks the server to do something, now or as soon as there is a connection. */
export type Give = (type: string, fields: Readonly<Record<string, unknown>>) => void;

/** The one thing that a phone asks of somebody now. */
export type PhoneStep =
	| { readonly kind: 'practice' | 'estimate'; readonly roundId: string }
	| { readonly kind: 'vote'; readonly voteId: string }
	| { readonly kind: 'doubt'; readonly doubtId: string }
	| { readonly kind: 'ready' }
	| { readonly kind: 'practice-result' | 'result'; readonly roundId: string }
	| { readonly kind: 'answered' }
	| { readonly kind: 'vote-result'; readonly voteId: string }
	| { readonly kind: 'premortem' | 'premortem-cards'; readonly premortemId: string }
	| { readonly kind: 'challenge' | 'arena' | 'wait' };

/** Where cards are written for a pre-mortem that is going on. */
const premortemPhases: readonly Phase[] = ['premortem'];

const onTheBoard: readonly Phase[] = ['measures', 'effects', 'payers', 'free'];

/**
 * Decides what a phone shows: first what is open and still wants an answer, then what was revealed,
 * then what the phase is for.
 *
 * @param answered ids of rounds, votes and questions in which this person has answered, here or on the server
 */
export function phoneStep(view: View, answered: ReadonlySet<string>): PhoneStep {
	const asks = view.member.role !== 'observer';
	return (asks && openQuestion(view, answered)) || latestResult(view) || stepOfPhase(view);
}

function openQuestion(view: View, answered: ReadonlySet<string>): PhoneStep | undefined {
	const open = ({ id, status }: { id: string; status: string }) =>
		status === 'open' && !answered.has(id);
	const { phase, readyCheck, doubt, member } = view;
	const estimating = isAt(estimatingPhases, phase);
	const practice = estimating && view.practices.find(open);
	if (practice) return { kind: 'practice', roundId: practice.id };
	const round = estimating && view.rounds.find(open);
	if (round) return { kind: 'estimate', roundId: round.id };
	const vote = isAt(votingPhases, phase) && view.votes.find(open);
	if (vote) return { kind: 'vote', voteId: vote.id };
	if (readyCheck && !readyCheck.ready.includes(member.id)) return { kind: 'ready' };
	if (doubt?.open && !answered.has(doubt.id)) return { kind: 'doubt', doubtId: doubt.id };
	if (estimating && [...view.practices, ...view.rounds].some(({ status }) => status === 'open')) {
		return { kind: 'answered' };
	}
	return undefined;
}

/** Results are shown as long as the group is at them. */
function latestResult({ phase, practices, rounds, votes }: View): PhoneStep | undefined {
	if (isAt(estimatingPhases, phase)) {
		const round = lastRevealed(rounds);
		if (round && phase !== 'practice') return { kind: 'result', roundId: round.id };
		const practice = lastRevealed(practices);
		if (practice && phase === 'practice') {
			return { kind: 'practice-result', roundId: practice.id };
		}
	}
	const vote = votes.findLast(({ status }) => status === 'closed');
	return vote && voting.includes(phase) ? { kind: 'vote-result', voteId: vote.id } : undefined;
}

const voting: readonly Phase[] = ['scenarios', 'decide'];

function lastRevealed<Round extends SessionRound | PracticeRound>(
	rounds: readonly Round[]
): Round | undefined {
	return rounds.findLast(({ status }) => status === 'revealed');
}

function stepOfPhase({ phase, member, premortem }: View): PhoneStep {
	const { id: premortemId, status } = premortem ?? {};
	if (phase === 'premortem' && premortemId && status === 'revealed') {
		return { kind: 'premortem-cards', premortemId };
	}
	if (member.role === 'observer') return { kind: 'wait' };
	if (premortemId && status === 'writing' && isAt(premortemPhases, phase)) {
		return { kind: 'premortem', premortemId };
	}
	if (phase === 'challenge') return { kind: 'challenge' };
	return { kind: onTheBoard.includes(phase) ? 'arena' : 'wait' };
}

/** Tells whether two steps ask the same. */
export function sameStep(one: PhoneStep, other: PhoneStep): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}
