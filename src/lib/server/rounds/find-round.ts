import { ApiError } from '../api-error.ts';
import type { CommandContext } from '../commands/command.ts';
import type { BlindRound } from '../store/store.ts';

/** @throws {ApiError} 404 when this workshop has no such round, or none that was held here */
export async function findRound(
	{ app, member }: CommandContext,
	roundId: string
): Promise<BlindRound> {
	const round = await app.store.findRound(member.workshopId, roundId);
	if (round) return round;
	throw new ApiError('not-here', 'There is no such round here.', { path: 'roundId' });
}

/** The refusal for a round that has ended. */
export function hasEnded(): ApiError {
	return new ApiError('not-now', 'This round is not open any more.', { path: 'roundId' });
}
