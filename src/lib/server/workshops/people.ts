import type { Role } from '#lib/domain/role.ts';
import type { App } from '../app.ts';
import type { MemberRow, Writer } from '../store/store.ts';

/** Somebody who is or was in a workshop, as facilitators see them. */
export type PersonRow = {
	readonly id: string;
	readonly role: Role;
	/** Null when they gave none, or when it was forgotten. */
	readonly name: string | null;
	readonly partyId: string | null;
	readonly removed: boolean;
	/** ISO moments. */
	readonly joinedAt: string;
	/** When they last wrote on the board; null when that is not known (any more). */
	readonly wroteAt: string | null;
};

/** Lists who is in a workshop in order of joining, and then who was removed but wrote on the board. */
export async function peopleOf(
	{ store }: Pick<App, 'store'>,
	workshopId: string
): Promise<PersonRow[]> {
	const members = await store.listMembers(workshopId);
	const writers = await store.listWriters(`${workshopId}/board`);
	const gone = writers.filter(({ memberId }) => !members.some(({ id }) => id === memberId));
	const removed = await Promise.all(gone.map((one) => store.findMember(workshopId, one.memberId)));
	return [...members, ...removed.filter((one) => one !== undefined)].map((member) =>
		personRow(member, writers)
	);
}

function personRow(
	{ id, role, name, partyId, removed, joinedAt }: MemberRow,
	writers: readonly Writer[]
): PersonRow {
	const wrote = writers.find(({ memberId }) => memberId === id);
	return {
		...{ id, role, name, partyId, removed },
		joinedAt: new Date(joinedAt).toISOString(),
		wroteAt: wrote ? new Date(wrote.lastAt).toISOString() : null
	};
}
