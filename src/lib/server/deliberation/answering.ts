import type { Target } from '#lib/domain/challenge.ts';
import { answeringParties } from '#lib/domain/critic/answering-parties.ts';
import { ApiError } from '../api-error.ts';
import type { CommandContext } from '../commands/command.ts';
import { readBoard } from '../workshops/documents.ts';

/**
 * Refuses who may not answer: a challenge is answered by who sits there for the party that leads the
 * measure or brought in the effect, and otherwise by the facilitator, who speaks for the group.
 *
 * @throws {ApiError} 403
 */
export async function checkAnswerer(
	{ app, member }: CommandContext,
	target: Target
): Promise<void> {
	if (member.role === 'facilitator') return;
	const parties = await readBoard(app.hub, member.workshopId, (board) =>
		answeringParties(target, board)
	);
	if (member.partyId !== null && parties.includes(member.partyId)) return;
	throw new ApiError(
		'not-yours',
		'This is answered by the party that leads the measure or brought in the effect, or by the facilitator.'
	);
}
