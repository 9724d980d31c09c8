import type { BoardContent } from '#lib/document/content.ts';
import type { Target } from '#lib/domain/challenge.ts';
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
	const parties = await readBoard(app.hub, member.workshopId, (board) => partiesOf(board, target));
	if (member.partyId !== null && parties.includes(member.partyId)) return;
	throw new ApiError(
		'not-yours',
		'This is answered by the party that leads the measure or brought in the effect, or by the facilitator.'
	);
}

/** The parties that answer for what a challenge is about; none where only the facilitator does. */
function partiesOf({ measures, effects }: BoardContent, { kind, id }: Target): (string | null)[] {
	const leadOf = (measureId: string) =>
		measures.find((measure) => measure.id === measureId)?.leadPartyId ?? null;
	if (kind === 'measure') return [leadOf(id)];
	const effect = kind === 'effect' ? effects.find((one) => one.id === id) : undefined;
	return effect ? [effect.initiatorPartyId, ...effect.measureIds.map(leadOf)] : [];
}
