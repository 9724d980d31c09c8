import { putIn } from '#lib/document/session/put.ts';
import type { Vote } from '#lib/document/session/vote.ts';
import type { CommandContext } from '../commands/command.ts';
import { findVote } from './find-vote.ts';

/**
 * Writes a vote into the session as it now is in the store: how many have voted, and the counts when
 * it is closed. Gives how many have voted.
 */
export function showVote(context: CommandContext, voteId: string): Promise<number> {
	const { app, member } = context;
	return app.turns.take(voteId, async () => {
		const { id, subject, end } = await findVote(context, voteId);
		const cast = end?.cast ?? (await app.store.countBallots(voteId));
		const vote: Vote = {
			...{ id, kind: subject.kind, question: subject.question, dots: subject.dots, cast },
			options: [...subject.options],
			status: end ? 'closed' : 'open',
			counts: end ? { ...end.counts } : null
		};
		await app.hub.change(member.workshopId, 'session', null, (document) =>
			putIn(document, 'votes', id, vote)
		);
		return cast;
	});
}
