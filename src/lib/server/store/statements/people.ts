import type { Database } from '../database.ts';
import type { MemberRow, PeopleStore } from '../people.ts';
import { commandStore } from './commands.ts';
import { bindDevice, deviceStore } from './devices.ts';
import { memberColumns, memberOf, membersWithLinks, type StoredMember } from './member-rows.ts';
import { all, get, run, type Work } from './statement.ts';
import type { Surroundings } from './surroundings.ts';

/** The part of the store that knows people and their devices. */
export function peopleStore(database: Database, { now }: Surroundings): PeopleStore {
	return {
		...members(database, now),
		...deviceStore(database, now),
		...commandStore(database, now)
	};
}

function members(database: Database, now: () => number) {
	return {
		findMember: (workshopId, memberId) => database.read(() => findMember(workshopId, memberId)),
		listMembers: (workshopId) => database.read(() => listMembers(workshopId)),
		addMember: (member, deviceHash) =>
			database.transaction(function* () {
				yield* addMember(member);
				yield* bindDevice({ member, deviceHash, at: now() });
			}),
		updateMember: (workshopId, memberId, change) =>
			database.transaction(() => updateMember({ workshopId, memberId }, change)),
		removeMember: async (workshopId, memberId) => {
			await database.transaction(() =>
				run(
					`UPDATE members SET removed = 1, name = NULL, decided_at = ?
					WHERE workshop_id = ? AND id = ?`,
					now(),
					workshopId,
					memberId
				)
			);
		}
	} satisfies Partial<PeopleStore>;
}

function* findMember(workshopId: string, memberId: string): Work<MemberRow | undefined> {
	const row = yield* get<StoredMember>(
		`SELECT ${memberColumns} FROM ${membersWithLinks}
		WHERE members.workshop_id = ? AND members.id = ?`,
		workshopId,
		memberId
	);
	return row && memberOf(row);
}

function* listMembers(workshopId: string): Work<MemberRow[]> {
	const rows = yield* all<StoredMember>(
		`SELECT ${memberColumns} FROM ${membersWithLinks}
		WHERE members.workshop_id = ? AND removed = 0 ORDER BY members.rowid`,
		workshopId
	);
	return rows.map(memberOf);
}

function* addMember(member: Parameters<PeopleStore['addMember']>[0]): Work<void> {
	yield* run(
		`INSERT INTO members (id, workshop_id, role, name, party_id, colour, link_id, joined_at,
			decided_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		member.id,
		member.workshopId,
		member.role,
		member.name,
		member.partyId,
		member.colour,
		member.linkId,
		member.joinedAt,
		member.decidedAt ?? null
	);
}

function* updateMember(
	{ workshopId, memberId }: { workshopId: string; memberId: string },
	{ role, name, partyId, linkId, decidedAt }: Parameters<PeopleStore['updateMember']>[2]
): Work<void> {
	const set = (column: string, value: string | number | null) =>
		run(
			`UPDATE members SET ${column} = ? WHERE workshop_id = ? AND id = ?`,
			value,
			workshopId,
			memberId
		);
	if (role !== undefined) yield* set('role', role);
	if (name !== undefined) yield* set('name', name);
	if (partyId !== undefined) yield* set('party_id', partyId);
	if (linkId !== undefined) yield* set('link_id', linkId);
	if (decidedAt !== undefined) yield* set('decided_at', decidedAt);
}
