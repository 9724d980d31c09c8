import * as v from 'valibot';
import { idSchema } from '#lib/domain/identifier.ts';
import { roundFieldSchema } from '#lib/domain/round.ts';
import { idOfCommand } from '../access/tokens.ts';
import { ApiError } from '../api-error.ts';
import { maybeSaidSchema } from '../deliberation/record.ts';
import { effectAsked } from '../rounds/number-asked.ts';
import { showRound } from '../rounds/show-round.ts';
import { readBoard } from '../workshops/documents.ts';
import { defineCommand } from './command.ts';

/**
 * Begins a blind round about one number of an effect. The second round about a number is compared
 * with the first one before it.
 */
export const openRound = defineCommand({
	type: 'open-round',
	fields: {
		effectId: idSchema,
		field: roundFieldSchema,
		round: v.optional(v.picklist([1, 2]), 1),
		anonymous: v.optional(v.boolean(), true),
		hidden: v.optional(v.boolean(), true),
		note: maybeSaidSchema
	},
	perform: async (context, { effectId, field, round, note, anonymous, hidden }) => {
		const { app, member, commandId } = context;
		const { workshopId } = member;
		const minGroupSize = await readBoard(app.hub, workshopId, (board) => {
			effectAsked(board, effectId, field);
			return board.workshop.policy.minGroupSize;
		});
		const id = idOfCommand(member.id, commandId);
		const isOpened = await app.store.openRound({
			...{ id, workshopId, anonymous, hidden, minGroupSize, openedAt: app.now() },
			subject: { kind: 'round', effectId, field, round, note }
		});
		if (!isOpened) throw new ApiError('not-now', 'A round about this number is open already.');
		await showRound(context, id);
		return { roundId: id };
	}
});
