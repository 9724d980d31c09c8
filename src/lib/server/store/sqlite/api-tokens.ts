import type { ApiTokenRow, ApiTokenStore } from '../api-tokens.ts';
import type { Database } from './database.ts';

const columns = `id, workshop_id AS workshopId, label, token_hash AS tokenHash, created_at AS createdAt`;

/** The part of the store on SQLite that keeps keys for other programs. */
export function sqliteApiTokens(database: Database): ApiTokenStore {
	return {
		addApiToken: async ({ id, workshopId, label, tokenHash, createdAt }) => {
			database.run(
				`INSERT INTO api_tokens (id, workshop_id, label, token_hash, created_at)
				VALUES (?, ?, ?, ?, ?)`,
				...[id, workshopId, label, tokenHash, createdAt]
			);
		},
		listApiTokens: async (workshopId) =>
			database.all<ApiTokenRow>(
				`SELECT ${columns} FROM api_tokens WHERE workshop_id = ? ORDER BY rowid`,
				workshopId
			),
		findApiToken: async (tokenHash) =>
			database.get<ApiTokenRow>(
				`SELECT ${columns} FROM api_tokens WHERE token_hash = ?`,
				tokenHash
			),
		removeApiToken: async (workshopId, id) =>
			database.run('DELETE FROM api_tokens WHERE workshop_id = ? AND id = ?', workshopId, id) > 0
	};
}
