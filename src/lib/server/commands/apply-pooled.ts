import { Board } from '#lib/document/board.ts';
import { isRefusal } from '#lib/document/refusal.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { pooledEstimate } from '#lib/domain/pooled-estimate.ts';
import type { Quantity, RangeEstimate } from '#lib/domain/quantity.ts';
import type { Round } from '#lib/domain/round.ts';
import { ApiError } from '../api-error.ts';
import { sessionNow } from '../deliberation/session.ts';
import { boardTools } from '../workshops/documents.ts';
import { defineCommand } from './command.ts';

/**
 * Puts what a revealed round came to on the card: the median of the lowest values, of the best
 * guesses and of the highest. The server changes the board, so that it also works from a screen
 * that carries no board.
 */
export const applyPooled = defineCommand({
	type: 'apply-pooled',
	fields: { roundId: idSchema },
	perform: async (context, { roundId }) => {
		const { rounds } = await sessionNow(context);
		const round = rounds.find(({ id }) => id === roundId);
		if (!round) throw new ApiError('not-here', 'There is no such round here.', { path: 'roundId' });
		const pooled = pooledEstimate(round.estimates, round.field);
		if (!pooled) throw new ApiError('not-now', 'This round has no estimates to put on the card.');
		const { app, member } = context;
		await app.hub.change(member.workshopId, 'board', member.id, (document) => {
			const board = new Board(document, boardTools);
			const refusal = setNumber(board, round, asQuantity(pooled));
			board.destroy();
			if (isRefusal(refusal)) throw new ApiError('not-now', refusal.message);
		});
		return { roundId };
	}
});

/** People who all say the same give a point. */
function asQuantity(pooled: RangeEstimate): number | RangeEstimate {
	return pooled.low === pooled.high ? pooled.likely : pooled;
}

function setNumber(board: Board, { effectId, field }: Round, quantity: Quantity) {
	const [list, ...rest] = field.split('.');
	const name = rest.join('.');
	if (list === 'inputs') return board.setInput(effectId, name, { quantity });
	if (list === 'recipients') {
		// A receipt's share is never a lognormal: pooling gives a point or a range with a best guess.
		const share = quantity as number | RangeEstimate;
		return board.setRecipient(effectId, name, { share });
	}
	return board.change('effect', effectId, { [field]: quantity });
}
