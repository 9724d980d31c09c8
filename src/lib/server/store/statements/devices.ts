import type { Role } from '#lib/domain/role.ts';
import type { Database } from '../database.ts';
import type { MemberRow, PeopleStore, WorkshopSummary, WorkspaceRow } from '../people.ts';
import { memberColumns, memberOf, membersWithLinks, type StoredMember } from './member-rows.ts';
import { all, get, run, type Work } from './statement.ts';
import { summaryColumns, withBooleans, workspaceColumns, type Stored } from './workshops.ts';

type DeviceStore = Pick<
	PeopleStore,
	| 'memberOfDevice'
	| 'workshopsOfDevice'
	| 'knowsDevice'
	| 'grantWorkspace'
	| 'hasWorkspace'
	| 'workspacesOfDevice'
>;

/** The devices on which people are in. */
export function deviceStore(database: Database, now: () => number): DeviceStore {
	const exists = async (sql: string, ...values: (string | Uint8Array)[]) =>
		(await database.read(() => get(sql, ...values))) !== undefined;
	return {
		memberOfDevice: (deviceHash, workshopId) =>
			database.read(() => memberOfDevice(deviceHash, workshopId)),
		workshopsOfDevice: (deviceHash) => database.read(() => workshopsOfDevice(deviceHash)),
		knowsDevice: (deviceHash) => exists('SELECT 1 FROM devices WHERE token_hash = ?', deviceHash),
		grantWorkspace: (deviceHash, workspaceId) =>
			database.transaction(() => grantWorkspace({ deviceHash, workspaceId, at: now() })),
		hasWorkspace: (deviceHash, workspaceId) =>
			exists(
				'SELECT 1 FROM device_workspaces WHERE device_hash = ? AND workspace_id = ?',
				deviceHash,
				workspaceId
			),
		workspacesOfDevice: (deviceHash) =>
			database.read(() =>
				all<WorkspaceRow>(
					`SELECT ${workspaceColumns} FROM device_workspaces
					JOIN workspaces ON workspaces.id = workspace_id
					WHERE device_hash = ? ORDER BY workspaces.rowid`,
					deviceHash
				)
			)
	};
}

type BindingOfDevice = {
	readonly member: { readonly id: string; readonly workshopId: string };
	readonly deviceHash: Uint8Array;
	/** Milliseconds since 1970. */
	readonly at: number;
};

/** Makes a device the one on which a member is in; belongs inside a transaction. */
export function* bindDevice({ member, deviceHash, at }: BindingOfDevice): Work<void> {
	yield* ensureDevice(deviceHash, at);
	yield* run(
		`INSERT INTO device_members (device_hash, workshop_id, member_id) VALUES (?, ?, ?)
		ON CONFLICT (device_hash, workshop_id) DO UPDATE SET member_id = excluded.member_id`,
		deviceHash,
		member.workshopId,
		member.id
	);
}

function* ensureDevice(deviceHash: Uint8Array, at: number): Work<void> {
	yield* run(
		'INSERT INTO devices (token_hash, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING',
		deviceHash,
		at
	);
}

function* memberOfDevice(deviceHash: Uint8Array, workshopId: string): Work<MemberRow | undefined> {
	const row = yield* get<StoredMember>(
		`SELECT ${memberColumns} FROM ${membersWithLinks}
		JOIN device_members ON device_members.member_id = members.id
		WHERE device_hash = ? AND device_members.workshop_id = ?`,
		deviceHash,
		workshopId
	);
	return row && memberOf(row);
}

function* workshopsOfDevice(
	deviceHash: Uint8Array
): Work<(WorkshopSummary & { readonly role: Role })[]> {
	const rows = yield* all<Stored<WorkshopSummary> & { role: Role }>(
		`SELECT ${summaryColumns}, members.role FROM device_members
		JOIN members ON members.id = member_id
		JOIN workshops ON workshops.id = members.workshop_id
		LEFT JOIN links ON links.id = members.link_id
		WHERE device_hash = ? AND removed = 0 AND coalesce(links.state, 'active') <> 'revoked'
		ORDER BY "changedAt" DESC, workshops.rowid DESC`,
		deviceHash
	);
	return rows.map(withBooleans);
}

type Grant = {
	readonly deviceHash: Uint8Array;
	readonly workspaceId: string;
	/** Milliseconds since 1970. */
	readonly at: number;
};

function* grantWorkspace({ deviceHash, workspaceId, at }: Grant): Work<void> {
	yield* ensureDevice(deviceHash, at);
	yield* run(
		`INSERT INTO device_workspaces (device_hash, workspace_id) VALUES (?, ?)
		ON CONFLICT DO NOTHING`,
		deviceHash,
		workspaceId
	);
}
