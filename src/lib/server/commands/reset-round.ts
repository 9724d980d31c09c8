import { idSchema } from '#lib/domain/identifier.ts';
import { findRound, hasEnded } from '../rounds/find-round.ts';
import { showRound } from '../rounds/show-round.ts';
import { defineCommand } from './command.ts';

/** Takes all answers out of an open round, so that it begins again; nobody has seen them. */
export const resetRound = defineCommand({
	type: 'reset-round',
	fields: { roundId: idSchema },
	perform: async (context, { roundId }) => {
		await findRound(context, roundId);
		if (!(await context.app.store.resetRound(roundId))) throw hasEnded();
		await showRound(context, roundId);
		return { roundId };
	}
});
