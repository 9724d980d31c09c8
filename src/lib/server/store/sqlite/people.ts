import type { Role } from '#lib/domain/role.ts';
import type { MemberRow, PeopleStore, WorkshopSummary, WorkspaceRow } from '../people.ts';
import type { Database } from './database.ts';
import type { Surroundings } from './surroundings.ts';
import { summaryColumns, withBooleans, workspaceColumns, type Stored } from './workshops.ts';

const memberColumns = `members.id, members.workshop_id AS workshopId, members.role, members.name,
	members.party_id AS partyId, members.colour, members.link_id AS linkId,
	links.state AS linkState, members.removed, members.joined_at AS joinedAt,
	members.decided_at AS decidedAt`;
const membersWithLinks = 'members LEFT JOIN links ON links.id = members.link_id';

type StoredMember = Omit<MemberRow, 'removed' | 'decidedAt'> & {
	removed: number;
	decidedAt: number | null;
};

/** The part of the store on SQLite that knows people and their devices. */
export function sqlitePeople(database: Database, { now }: Surroundings): PeopleStore {
	return { ...members(database, now), ...devices(database, now), ...commands(database, now) };
}

function members(database: Database, now: () => number) {
	return {
		findMember: async (workshopId, memberId) => {
			const row = database.get<StoredMember>(
				`SELECT ${memberColumns} FROM ${membersWithLinks}
				WHERE members.workshop_id = ? AND members.id = ?`,
				workshopId,
				memberId
			);
			return row && memberOf(row);
		},
		listMembers: async (workshopId) =>
			database
				.all<StoredMember>(
					`SELECT ${memberColumns} FROM ${membersWithLinks}
					WHERE members.workshop_id = ? AND removed = 0 ORDER BY members.rowid`,
					workshopId
				)
				.map(memberOf),
		addMember: async (member, deviceHash) =>
			database.transaction(() => {
				addMember(database, member);
				bindDevice(database, { member, deviceHash, at: now() });
			}),
		updateMember: async (workshopId, memberId, change) =>
			database.transaction(() => updateMember(database, { workshopId, memberId }, change)),
		removeMember: async (workshopId, memberId) =>
			void database.run(
				`UPDATE members SET removed = 1, name = NULL, decided_at = ?
				WHERE workshop_id = ? AND id = ?`,
				now(),
				workshopId,
				memberId
			)
	} satisfies Partial<PeopleStore>;
}

function addMember(database: Database, member: Parameters<PeopleStore['addMember']>[0]): void {
	database.run(
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

function bindDevice(database: Database, { member, deviceHash, at }: BindingOfDevice): void {
	ensureDevice(database, deviceHash, at);
	database.run(
		`INSERT INTO device_members (device_hash, workshop_id, member_id) VALUES (?, ?, ?)
		ON CONFLICT (device_hash, workshop_id) DO UPDATE SET member_id = excluded.member_id`,
		deviceHash,
		member.workshopId,
		member.id
	);
}

type BindingOfDevice = {
	member: { id: string; workshopId: string };
	deviceHash: Uint8Array;
	at: number;
};

function ensureDevice(database: Database, deviceHash: Uint8Array, at: number): void {
	database.run(
		'INSERT INTO devices (token_hash, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
		deviceHash,
		at
	);
}

function updateMember(
	database: Database,
	{ workshopId, memberId }: { workshopId: string; memberId: string },
	{ role, name, partyId, linkId, decidedAt }: Parameters<PeopleStore['updateMember']>[2]
): void {
	const set = (column: string, value: string | number | null) =>
		database.run(
			`UPDATE members SET ${column} = ? WHERE workshop_id = ? AND id = ?`,
			value,
			workshopId,
			memberId
		);
	if (role !== undefined) set('role', role);
	if (name !== undefined) set('name', name);
	if (partyId !== undefined) set('party_id', partyId);
	if (linkId !== undefined) set('link_id', linkId);
	if (decidedAt !== undefined) set('decided_at', decidedAt);
}

function devices(database: Database, now: () => number) {
	return {
		memberOfDevice: async (deviceHash, workshopId) => {
			const row = database.get<StoredMember>(
				`SELECT ${memberColumns} FROM ${membersWithLinks}
				JOIN device_members ON device_members.member_id = members.id
				WHERE device_hash = ? AND device_members.workshop_id = ?`,
				deviceHash,
				workshopId
			);
			return row && memberOf(row);
		},
		workshopsOfDevice: async (deviceHash) =>
			database
				.all<Stored<WorkshopSummary> & { role: Role }>(
					`SELECT ${summaryColumns}, members.role FROM device_members
					JOIN members ON members.id = member_id
					JOIN workshops ON workshops.id = members.workshop_id
					LEFT JOIN links ON links.id = members.link_id
					WHERE device_hash = ? AND removed = 0 AND coalesce(links.state, 'active') <> 'revoked'
					ORDER BY changedAt DESC, workshops.rowid DESC`,
					deviceHash
				)
				.map(withBooleans),
		knowsDevice: async (deviceHash) =>
			database.get('SELECT 1 FROM devices WHERE token_hash = ?', deviceHash) !== undefined,
		...deviceWorkspaces(database, now)
	} satisfies Partial<PeopleStore>;
}

function deviceWorkspaces(database: Database, now: () => number) {
	return {
		grantWorkspace: async (deviceHash, workspaceId) =>
			database.transaction(() => {
				ensureDevice(database, deviceHash, now());
				database.run(
					`INSERT INTO device_workspaces (device_hash, workspace_id) VALUES (?, ?)
					ON CONFLICT DO NOTHING`,
					deviceHash,
					workspaceId
				);
			}),
		hasWorkspace: async (deviceHash, workspaceId) =>
			database.get(
				'SELECT 1 FROM device_workspaces WHERE device_hash = ? AND workspace_id = ?',
				deviceHash,
				workspaceId
			) !== undefined,
		workspacesOfDevice: async (deviceHash) =>
			database.all<WorkspaceRow>(
				`SELECT ${workspaceColumns} FROM device_workspaces
				JOIN workspaces ON workspaces.id = workspace_id
				WHERE device_hash = ? ORDER BY workspaces.rowid`,
				deviceHash
			)
	} satisfies Partial<PeopleStore>;
}

function commands(database: Database, now: () => number) {
	return {
		commandResult: async (memberId, commandId) =>
			database.get<{ result: string }>(
				'SELECT result FROM commands WHERE member_id = ? AND command_id = ?',
				memberId,
				commandId
			)?.result,
		recordCommand: (memberId, commandId, result) =>
			database.together(() =>
				database.run(
					`INSERT INTO commands (member_id, command_id, result, at) VALUES (?, ?, ?, ?)
					ON CONFLICT DO NOTHING`,
					memberId,
					commandId,
					result,
					now()
				)
			)
	} satisfies Partial<PeopleStore>;
}

function memberOf(row: StoredMember): MemberRow {
	return { ...row, removed: row.removed === 1, decidedAt: row.decidedAt ?? undefined };
}
