import { idSchema } from '#lib/domain/identifier.ts';
import { ApiError } from '../api-error.ts';
import { chance } from '../chance.ts';
import { findRound } from '../rounds/find-round.ts';
import { resultOfRound } from '../rounds/round-result.ts';
import { showRound } from '../rounds/show-round.ts';
import { readBoard } from '../workshops/documents.ts';
import { defineCommand } from './command.ts';

/**
 * Ends a round and shows all its estimates at once, in shuffled order. Of an anonymous round the
 * server forgets at this moment who gave what.
 */
export const revealRound = defineCommand({
	type: 'reveal-round',
	fields: { roundId: idSchema },
	perform: async (context, { roundId }) => {
		const { app, member } = context;
		const { anonymous, minGroupSize } = await findRound(context, roundId);
		const { policy } = await readBoard(app.hub, member.workshopId, ({ workshop }) => workshop);
		await app.store.revealRound(roundId, (answers) => {
			if (answers.length === 0) throw new ApiError('not-now', 'Nobody has answered yet.');
			return resultOfRound(answers, {
				...{ anonymous, random: chance },
				// Lowering the bound while a round is open must not show who answered before that.
				minGroupSize: Math.max(minGroupSize, policy.minGroupSize)
			});
		});
		await showRound(context, roundId);
		return { roundId };
	}
});
