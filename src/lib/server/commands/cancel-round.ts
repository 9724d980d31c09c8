import { idSchema } from '#lib/domain/identifier.ts';
import { findRound, hasEnded } from '../rounds/find-round.ts';
import { showRound } from '../rounds/show-round.ts';
import { defineCommand } from './command.ts';

/** Takes an open round away with all its answers, which nobody has seen. */
export const cancelRound = defineCommand({
	type: 'cancel-round',
	fields: { roundId: idSchema },
	perform: async (context, { roundId }) => {
		await findRound(context, roundId);
		if (!(await context.app.store.cancelRound(roundId))) throw hasEnded();
		await showRound(context, roundId);
		return { roundId };
	}
});
