import * as v from 'valibot';
import { idSchema } from '#lib/domain/identifier.ts';
import { ApiError } from '../api-error.ts';
import type { VoteSubject } from '../store/store.ts';
import { findVote } from '../votes/find-vote.ts';
import { showVote } from '../votes/show-vote.ts';
import { defineCommand } from './command.ts';

/** Votes, or changes one's vote: an option id for every dot, the same one more than once if one likes. */
export const castVote = defineCommand({
	type: 'cast-vote',
	fields: { voteId: idSchema, choices: v.pipe(v.array(idSchema), v.maxLength(10)) },
	perform: async (context, { voteId, choices }) => {
		const { subject } = await findVote(context, voteId);
		checkChoices(choices, subject);
		if (!(await context.app.store.castVote(voteId, context.member.id, choices))) {
			throw new ApiError('not-now', 'This vote is closed.', { path: 'voteId' });
		}
		return { voteId, cast: await showVote(context, voteId) };
	}
});

/** @throws {ApiError} 400 for more dots than there are, or something that can't be chosen */
function checkChoices(choices: readonly string[], { kind, options, dots }: VoteSubject): void {
	if (choices.length > dots || (kind === 'stance' && choices.length !== 1)) {
		const message = kind === 'stance' ? 'Choose one of the three.' : `You have ${dots} dots.`;
		throw new ApiError('malformed', message, { path: 'choices' });
	}
	const at = choices.findIndex((choice) => options.every(({ id }) => id !== choice));
	if (at < 0) return;
	throw new ApiError('malformed', 'This can not be chosen.', { path: `choices.${at}` });
}
