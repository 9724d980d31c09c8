import { putMember } from '#lib/document/session/write.ts';
import { takeSeat, type Newcomer, type Seat } from '../access/joining.ts';
import { ApiError } from '../api-error.ts';
import type { App } from '../app.ts';
import type { MemberRow, Store } from '../store/store.ts';

/** Lets somebody take a seat and shows in the session that they are in, without their name. */
export async function welcome(
	app: Pick<App, 'store' | 'hub' | 'now' | 'newId'>,
	seat: Seat,
	newcomer: Newcomer
): Promise<MemberRow> {
	const member = await takeSeat(app, seat, newcomer);
	await showMember(app.hub, member);
	return member;
}

/** Writes a member's role, party and colour in the session, where everybody sees them. */
export async function showMember(
	hub: App['hub'],
	{
		id,
		workshopId,
		role,
		partyId,
		colour
	}: Pick<MemberRow, 'id' | 'workshopId' | 'role' | 'partyId' | 'colour'>
): Promise<void> {
	await hub.change(workshopId, 'session', null, (document) =>
		putMember(document, { id, role, partyId, colour })
	);
}

/** @throws {ApiError} 404 when nobody by that id is in the workshop */
export async function otherMember(
	store: Store,
	workshopId: string,
	memberId: string
): Promise<MemberRow> {
	const member = await store.findMember(workshopId, memberId);
	if (!member || member.removed) {
		throw new ApiError('not-here', 'Nobody by that id is in this workshop.', { path: 'memberId' });
	}
	return member;
}
