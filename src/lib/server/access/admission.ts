import type { IncomingMessage } from 'node:http';
import type { MemberRow, Store } from '../store/store.ts';
import { isRoom } from './access-table.ts';
import { deviceInHeader } from './device.ts';
import type { Admission, Member } from './member.ts';
import { originAllowed } from './origin.ts';

/**
 * Makes the function that decides who may open a room of a workshop.
 *
 * Who is told apart by code only: 4401 for somebody who has not joined anything, or whose link was
 * revoked; 4403 for a strange Origin and for a place that does not exist or is somebody else's, with
 * the same words, so that nobody learns which workshops there are.
 *
 * @param options.origin the configured address of the site, where there is one
 */
export function createAdmission(options: { store: Store; origin: string | undefined }) {
	const { store } = options;
	return async function admit(
		request: IncomingMessage,
		workshopId: string,
		room: string
	): Promise<Admission> {
		const { origin, host, cookie } = request.headers;
		if (!originAllowed({ origin, host, configured: options.origin })) return notHere;
		const device = deviceInHeader(cookie);
		if (!device || !(await store.knowsDevice(device))) return notJoined;
		const member = await store.memberOfDevice(device, workshopId);
		const workshop = member && (await store.findWorkshop(workshopId));
		if (!workshop || !isRoom(room)) return notHere;
		if (!isIn(member)) return notJoined;
		return { member: memberOf(member), epoch: workshop.epoch };
	};
}

const notHere = { refuse: 4403, reason: 'not allowed here' } as const;
const notJoined = { refuse: 4401, reason: 'not joined, or the link was revoked' } as const;

/** Tells whether somebody who joined once is still in. */
export function isIn(member: MemberRow): boolean {
	return !member.removed && member.linkState !== 'revoked';
}

/** Leaves out of a row what only the store needs. */
export function memberOf(row: MemberRow): Member {
	const { id, workshopId, role, name, partyId, colour } = row;
	return { id, workshopId, role, name, partyId, colour };
}
