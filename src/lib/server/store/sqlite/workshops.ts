import { UnknownWorkshopError } from '../errors.ts';
import type {
	NewWorkshop,
	WorkshopRow,
	WorkshopStore,
	WorkshopSummary,
	WorkspaceRow
} from '../people.ts';
import type { Database } from './database.ts';
import { addLink, sqliteLinks } from './links.ts';

const workshopColumns = `workshops.id, workshops.workspace_id AS workspaceId, workshops.title,
	workshops.title_sequence AS titleSequence, workshops.language, workshops.epoch,
	workshops.lobby_open AS lobbyOpen, workshops.code, workshops.created_at AS createdAt`;

/** Columns of a workshop in a list; `workshops` must be in the query's FROM. */
export const summaryColumns = `${workshopColumns},
	coalesce((SELECT max(changed_at) FROM rooms WHERE workshop_id = workshops.id), workshops.created_at)
		AS changedAt,
	coalesce((SELECT sequence FROM rooms WHERE key = workshops.id || '/board'), 0) AS boardSequence`;

/** When anybody changed a workshop last, or said that it must be kept. */
export const touchedAtColumn = `max(
	coalesce((SELECT max(changed_at) FROM rooms WHERE workshop_id = workshops.id), 0),
	coalesce(workshops.kept_at, 0), workshops.created_at)`;

export const workspaceColumns = `workspaces.id, workspaces.title,
	workspaces.token_hash AS tokenHash, workspaces.created_at AS createdAt`;

/** A row as SQLite gives it: it has no booleans. */
export type Stored<Row extends { lobbyOpen: boolean }> = Omit<Row, 'lobbyOpen'> & {
	lobbyOpen: number;
};

/** The workshop part of the store on SQLite. */
export function sqliteWorkshops(database: Database): WorkshopStore {
	return { ...sqliteLinks(database), ...workspaces(database), ...workshops(database) };
}

function workshops(database: Database) {
	const find = (column: 'id' | 'code', value: string) => {
		const sql = `SELECT ${workshopColumns} FROM workshops WHERE ${column} = ?`;
		const row = database.get<Stored<WorkshopRow>>(sql, value);
		return row && withBooleans(row);
	};
	return {
		createWorkshop: async (fresh) => database.transaction(() => createWorkshop(database, fresh)),
		deleteWorkshop: async (id) => void database.run('DELETE FROM workshops WHERE id = ?', id),
		findWorkshop: async (id) => find('id', id),
		findWorkshopByCode: async (code) => find('code', code),
		updateWorkshop: async (id, change) =>
			database.transaction(() => updateWorkshop(database, id, change)),
		raiseEpoch: async (id) => {
			const row = database.get<{ epoch: number }>(
				'UPDATE workshops SET epoch = epoch + 1 WHERE id = ? RETURNING epoch',
				id
			);
			if (!row) throw new UnknownWorkshopError(id);
			return row.epoch;
		}
	} satisfies Partial<WorkshopStore>;
}

function createWorkshop(database: Database, { workshop, links, workspace }: NewWorkshop): void {
	if (workspace) {
		database.run(
			'INSERT INTO workspaces (id, title, token_hash, created_at) VALUES (?, ?, ?, ?)',
			workspace.id,
			workspace.title,
			workspace.tokenHash,
			workspace.createdAt
		);
	}
	database.run(
		`INSERT INTO workshops (id, workspace_id, title, language, lobby_open, code, created_at)
		VALUES (?, ?, ?, ?, ?, ?, ?)`,
		workshop.id,
		workshop.workspaceId,
		workshop.title,
		workshop.language,
		Number(workshop.lobbyOpen),
		workshop.code,
		workshop.createdAt
	);
	for (const link of links) addLink(database, link);
}

function updateWorkshop(
	database: Database,
	id: string,
	change: Parameters<WorkshopStore['updateWorkshop']>[1]
): void {
	const { title, language, titleSequence, lobbyOpen, code } = change;
	const set = (column: string, value: string | number | null) =>
		database.run(`UPDATE workshops SET ${column} = ? WHERE id = ?`, value, id);
	if (title !== undefined) set('title', title);
	if (language !== undefined) set('language', language);
	if (titleSequence !== undefined) set('title_sequence', titleSequence);
	if (lobbyOpen !== undefined) set('lobby_open', Number(lobbyOpen));
	if (code !== undefined) set('code', code);
}

function workspaces(database: Database) {
	const find = (column: 'id' | 'token_hash', value: string | Uint8Array) =>
		database.get<WorkspaceRow>(
			`SELECT ${workspaceColumns} FROM workspaces WHERE ${column} = ?`,
			value
		);
	return {
		findWorkspace: async (id) => find('id', id),
		findWorkspaceByToken: async (tokenHash) => find('token_hash', tokenHash),
		workshopsOfWorkspace: async (workspaceId) =>
			database
				.all<Stored<WorkshopSummary>>(
					`SELECT ${summaryColumns} FROM workshops WHERE workspace_id = ?
					ORDER BY changedAt DESC, workshops.rowid DESC`,
					workspaceId
				)
				.map(withBooleans)
	} satisfies Partial<WorkshopStore>;
}

/** Turns the stored 0 or 1 into the boolean that it means. */
export function withBooleans<Row extends { lobbyOpen: number }>(
	row: Row
): Omit<Row, 'lobbyOpen'> & { lobbyOpen: boolean } {
	return { ...row, lobbyOpen: row.lobbyOpen === 1 };
}
