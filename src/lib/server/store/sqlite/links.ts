import type { LinkRow, WorkshopStore } from '../people.ts';
import type { Database } from './database.ts';

const columns = `id, workshop_id AS workshopId, role, token_hash AS tokenHash, state,
	created_at AS createdAt, expires_at AS expiresAt`;

type LinkStore = Pick<WorkshopStore, 'findLink' | 'activeLinks' | 'replaceLink' | 'revokeLinks'>;

/** The links by which people join. */
export function sqliteLinks(database: Database): LinkStore {
	return {
		findLink: async (tokenHash) =>
			database.get<LinkRow>(`SELECT ${columns} FROM links WHERE token_hash = ?`, tokenHash),
		activeLinks: async (workshopId) =>
			database.all<LinkRow>(
				`SELECT ${columns} FROM links WHERE workshop_id = ? AND state = 'active' ORDER BY rowid`,
				workshopId
			),
		replaceLink: async (link) =>
			database.transaction(() => {
				database.run(
					`UPDATE links SET state = 'replaced'
					WHERE workshop_id = ? AND role = ? AND state = 'active'`,
					link.workshopId,
					link.role
				);
				addLink(database, link);
			}),
		revokeLinks: async (workshopId, role, keepMemberId) =>
			database.transaction(() => {
				database.run(
					'UPDATE members SET link_id = NULL WHERE id = ? AND workshop_id = ?',
					keepMemberId,
					workshopId
				);
				database.run(
					"UPDATE links SET state = 'revoked' WHERE workshop_id = ? AND role = ?",
					workshopId,
					role
				);
			})
	};
}

/** Writes a link as active; belongs inside a transaction. */
export function addLink(database: Database, link: Omit<LinkRow, 'state'>): void {
	database.run(
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
