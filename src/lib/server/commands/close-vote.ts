import { idSchema } from '#lib/domain/identifier.ts';
import { findVote } from '../votes/find-vote.ts';
import { showVote } from '../votes/show-vote.ts';
import { defineCommand } from './command.ts';

/** Ends a vote and shows how the dots are spread; the server forgets who voted what. */
export const closeVote = defineCommand({
	type: 'close-vote',
	fields: { voteId: idSchema },
	perform: async (context, { voteId }) => {
		const { subject } = await findVote(context, voteId);
		await context.app.store.closeVote(voteId, (ballots) => {
			const dots = ballots.flat();
			const counts = subject.options.map(({ id }) => {
				return [id, dots.filter((dot) => dot === id).length] as const;
			});
			return { cast: ballots.length, counts: Object.fromEntries(counts) };
		});
		await showVote(context, voteId);
		return { voteId };
	}
});
