import type { SessionView } from '#lib/document/session/view.ts';

type View = Pick<
	SessionView,
	'phase' | 'practices' | 'rounds' | 'votes' | 'readyCheck' | 'doubt' | 'board' | 'joinCode'
>;

/** The one thing that the projector shows. */
export type Scene =
	| { readonly kind: 'spotlight' | 'join' | 'ready' | 'doubt' | 'phase' }
	| { readonly kind: 'answering'; readonly ready: number; readonly roundIds: readonly string[] }
	| { readonly kind: 'voting' | 'vote-result'; readonly voteId: string }
	| { readonly kind: 'result' | 'practice-result'; readonly roundId: string };

/** Decides what the projector shows: what was brought to every screen, then what is going on. */
export function sceneOf(view: View): Scene {
	if (view.board.spotlight) return { kind: 'spotlight' };
	return goingOn(view) ?? resultOf(view) ?? { kind: view.phase === 'lobby' ? 'join' : 'phase' };
}

function goingOn({ rounds, practices, votes, readyCheck, doubt }: View): Scene | undefined {
	const open = [...practices, ...rounds].filter(({ status }) => status === 'open');
	if (open.length > 0) {
		const ready = Math.max(...open.map((round) => round.ready));
		return { kind: 'answering', ready, roundIds: open.map(({ id }) => id) };
	}
	const vote = votes.find(({ status }) => status === 'open');
	if (vote) return { kind: 'voting', voteId: vote.id };
	if (doubt?.open) return { kind: 'doubt' };
	return readyCheck ? { kind: 'ready' } : undefined;
}

function resultOf({ phase, rounds, practices, votes, doubt }: View): Scene | undefined {
	if (phase === 'practice') {
		const practice = practices.findLast(({ status }) => status === 'revealed');
		return practice && { kind: 'practice-result', roundId: practice.id };
	}
	if (phase === 'challenge' && doubt) return { kind: 'doubt' };
	if (phase === 'estimate' || phase === 'estimate-again' || phase === 'free') {
		const round = rounds.findLast(({ status }) => status === 'revealed');
		if (round) return { kind: 'result', roundId: round.id };
	}
	if (phase === 'scenarios' || phase === 'decide' || phase === 'free') {
		const vote = votes.findLast(({ status }) => status === 'closed');
		return vote && { kind: 'vote-result', voteId: vote.id };
	}
	return undefined;
}
