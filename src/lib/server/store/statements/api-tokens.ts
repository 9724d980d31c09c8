import type { ApiTokenRow, ApiTokenStore } from '../api-tokens.ts';
import type { Database } from '../database.ts';
import { all, get, run } from './statement.ts';

const columns = `id, workshop_id AS "workshopId", label, token_hash AS "tokenHash", created_at AS "createdAt"`;

/** The part of the store that keeps keys for other programs. */
export function apiTokenStore(database: Database): ApiTokenStore {
	return {
		addApiToken: async ({ id, workshopId, label, tokenHash, createdAt }) => {
			await database.transaction(() =>
				run(
					`INSERT INTO api_tokens (id, workshop_id, label, token_hash, created_at)
					VALUES (?, ?, ?, ?, ?)`,
					...[id, workshopId, label, tokenHash, createdAt]
				)
			);
		},
		listApiTokens: (workshopId) =>
			database.read(() =>
				all<ApiTokenRow>(
					`SELECT ${columns} FROM api_tokens WHERE workshop_id = ? ORDER BY rowid`,
					workshopId
				)
			),
		findApiToken: (tokenHash) =>
			database.read(() =>
				get<ApiTokenRow>(`SELECT ${columns} FROM api_tokens WHERE token_hash = ?`, tokenHash)
			),
		removeApiToken: async (workshopId, id) => {
			const removing = 'DELETE FROM api_tokens WHERE workshop_id = ? AND id = ?';
			return (await database.transaction(() => run(removing, workshopId, id))) > 0;
		}
	};
}
