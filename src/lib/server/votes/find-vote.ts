import { ApiError } from '../api-error.ts';
import type { CommandContext } from '../commands/command.ts';
import type { VoteRow } from '../store/store.ts';

/** @throws {ApiError} 404 when this workshop has no such vote */
export async function findVote({ app, member }: CommandContext, voteId: string): Promise<VoteRow> {
	const vote = await app.store.findVote(member.workshopId, voteId);
	if (vote) return vote;
	throw new ApiError('not-here', 'There is no such vote here.', { path: 'voteId' });
}
