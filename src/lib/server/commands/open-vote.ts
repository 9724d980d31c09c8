import * as v from 'valibot';
import { stances, voteKinds } from '#lib/document/session/vote.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { idOfCommand } from '../access/tokens.ts';
import { ApiError } from '../api-error.ts';
import { saidSchema } from '../deliberation/record.ts';
import type { VoteSubject } from '../store/store.ts';
import { showVote } from '../votes/show-vote.ts';
import { defineCommand } from './command.ts';

const optionSchema = v.strictObject({ id: idSchema, text: saidSchema });

const fields = {
	kind: v.picklist(voteKinds),
	question: saidSchema,
	options: v.optional(v.pipe(v.array(optionSchema), v.maxLength(60)), []),
	dots: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)), 3)
};

/** Begins a vote; what people choose stays hidden until it is closed. */
export const openVote = defineCommand({
	type: 'open-vote',
	fields,
	perform: async (context, asked) => {
		const { app, member, commandId } = context;
		const id = idOfCommand(member.id, commandId);
		const { workshopId } = member;
		await app.store.openVote({ id, workshopId, subject: subjectOf(asked), openedAt: app.now() });
		await showVote(context, id);
		return { voteId: id };
	}
});

/** @throws {ApiError} 400 for dots without a choice, or options that can't be told apart */
function subjectOf(
	asked: v.InferOutput<v.StrictObjectSchema<typeof fields, undefined>>
): VoteSubject {
	const { kind, question, options, dots } = asked;
	if (kind === 'stance') {
		return { kind, question, options: stances.map((id) => ({ id, text: '' })), dots: 1 };
	}
	if (options.length < 2) {
		throw new ApiError('malformed', 'Give at least two things to choose from.', {
			path: 'options'
		});
	}
	if (new Set(options.map(({ id }) => id)).size < options.length) {
		throw new ApiError('malformed', 'Two options have the same id.', { path: 'options' });
	}
	return { kind, question, options, dots };
}
