import type { Database } from '../database.ts';
import type { LinkRow, WorkshopStore } from '../people.ts';
import { all, get, run, type Work } from './statement.ts';

const columns = `id, workshop_id AS "workshopId", role, token_hash AS "tokenHash", state,
	created_at AS "createdAt", expires_at AS "expiresAt"`;

type LinkStore = Pick<WorkshopStore, 'findLink' | 'activeLinks' | 'replaceLink' | 'revokeLinks'>;

/** The links by which people join. */
export function linkStore(database: Database): LinkStore {
	return {
		findLink: (tokenHash) =>
			database.read(() =>
				get<LinkRow>(`SELECT ${columns} FROM links WHERE token_hash = ?`, tokenHash)
			),
		activeLinks: (workshopId) =>
			database.read(() =>
				all<LinkRow>(
					`SELECT ${columns} FROM links WHERE workshop_id = ? AND state = 'active' ORDER BY rowid`,
					workshopId
				)
			),
		replaceLink: (link) => database.transaction(() => replaceLink(link)),
		revokeLinks: (workshopId, role, keepMemberId) =>
			database.transaction(() => revokeLinks({ workshopId, role, keepMemberId }))
	};
}

function* replaceLink(link: Omit<LinkRow, 'state'>): Work<void> {
	yield* run(
		`UPDATE links SET state = 'replaced' WHERE workshop_id = ? AND role = ? AND state = 'active'`,
		link.workshopId,
		link.role
	);
	yield* addLink(link);
}

type Revoking = {
	readonly workshopId: string;
	readonly role: LinkRow['role'];
	readonly keepMemberId: string;
};

function* revokeLinks({ workshopId, role, keepMemberId }: Revoking): Work<void> {
	yield* run(
		'UPDATE members SET link_id = NULL WHERE id = ? AND workshop_id = ?',
		keepMemberId,
		workshopId
	);
	yield* run(
		"UPDATE links SET state = 'revoked' WHERE workshop_id = ? AND role = ?",
		workshopId,
		role
	);
}

/** Writes a link as active; belongs inside a transaction. */
export function* addLink(link: Omit<LinkRow, 'state'>): Work<void> {
	yield* run(
		`INSERT INTO links (id, workshop_id, role, token_hash, created_at, expires_at)
		VALUES (?, ?, ?, ?, ?, ?)`,
		link.id,
		link.workshopId,
		link.role,
		link.tokenHash,
		link.createdAt,
		link.expiresAt
	);
}
