import * as v from 'valibot';
import { numberSchema } from '#lib/domain/field.ts';
import { idOfCommand } from '../access/tokens.ts';
import { ApiError } from '../api-error.ts';
import { maybeSaidSchema, saidSchema } from '../deliberation/record.ts';
import { showRound } from '../rounds/show-round.ts';
import { readBoard } from '../workshops/documents.ts';
import { defineCommand } from './command.ts';

/** Begins a round to learn with, about a question whose answer is known and is shown at the reveal. */
export const openPractice = defineCommand({
	type: 'open-practice',
	fields: {
		question: saidSchema,
		unit: maybeSaidSchema,
		answer: numberSchema,
		source: maybeSaidSchema,
		anonymous: v.optional(v.boolean(), true),
		hidden: v.optional(v.boolean(), true)
	},
	perform: async (context, { anonymous, hidden, ...practice }) => {
		const { app, member, commandId } = context;
		const { workshopId } = member;
		const { policy } = await readBoard(app.hub, workshopId, ({ workshop }) => workshop);
		const id = idOfCommand(member.id, commandId);
		const isOpened = await app.store.openRound({
			...{ id, workshopId, anonymous, hidden, openedAt: app.now() },
			minGroupSize: policy.minGroupSize,
			subject: { kind: 'practice', ...practice }
		});
		if (!isOpened) throw new ApiError('not-now', 'A practice round is open already.');
		await showRound(context, id);
		return { roundId: id };
	}
});
