import { ApiError } from '../api-error.ts';
import type { Hub } from '../rooms/hub.ts';
import { readBoard } from './documents.ts';

/** The parties somebody can sit at the table for. */
export async function readParties(
	hub: Hub,
	workshopId: string
): Promise<readonly { readonly id: string; readonly name: string }[]> {
	return readBoard(hub, workshopId, ({ parties }) => parties.map(({ id, name }) => ({ id, name })));
}

/** @throws {ApiError} 400 when a party is named that is not on the board */
export async function checkParty(
	hub: Hub,
	workshopId: string,
	partyId: string | null | undefined
): Promise<void> {
	if (partyId == null) return;
	const parties = await readParties(hub, workshopId);
	if (parties.some(({ id }) => id === partyId)) return;
	throw new ApiError('malformed', 'There is no such party on the board.', { path: 'partyId' });
}
