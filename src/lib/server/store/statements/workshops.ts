import { UnknownWorkshopError } from '../errors.ts';
import type {
	NewWorkshop,
	WorkshopRow,
	WorkshopStore,
	WorkshopSummary,
	WorkspaceRow
} from '../people.ts';
import type { Database } from '../database.ts';
import { addLink, linkStore } from './links.ts';
import { all, get, run, type Work } from './statement.ts';

const workshopColumns = `workshops.id, workshops.workspace_id AS "workspaceId", workshops.title,
	workshops.title_sequence AS "titleSequence", workshops.language, workshops.epoch,
	workshops.lobby_open AS "lobbyOpen", workshops.code, workshops.created_at AS "createdAt"`;

/** Columns of a workshop in a list; `workshops` must be in the query's FROM. */
export const summaryColumns = `${workshopColumns},
	coalesce((SELECT max(changed_at) FROM rooms WHERE workshop_id = workshops.id), workshops.created_at)
		AS "changedAt",
	coalesce((SELECT sequence FROM rooms WHERE key = workshops.id || '/board'), 0) AS "boardSequence"`;

export const workspaceColumns = `workspaces.id, workspaces.title,
	workspaces.token_hash AS "tokenHash", workspaces.created_at AS "createdAt"`;

/** A row as the database gives it, with 0 or 1 where a boolean is meant. */
export type Stored<Row extends { lobbyOpen: boolean }> = Omit<Row, 'lobbyOpen'> & {
	lobbyOpen: number;
};

/** The workshop part of the store. */
export function workshopStore(database: Database): WorkshopStore {
	return { ...linkStore(database), ...workspaces(database), ...workshops(database) };
}

function workshops(database: Database) {
	return {
		createWorkshop: (fresh) => database.transaction(() => createWorkshop(fresh)),
		deleteWorkshop: async (id) => {
			await database.transaction(() => run('DELETE FROM workshops WHERE id = ?', id));
		},
		findWorkshop: (id) => database.read(() => findWorkshop('id', id)),
		findWorkshopByCode: (code) => database.read(() => findWorkshop('code', code)),
		updateWorkshop: (id, change) => database.transaction(() => updateWorkshop(id, change)),
		raiseEpoch: (id) => database.transaction(() => raiseEpoch(id))
	} satisfies Partial<WorkshopStore>;
}

function* findWorkshop(column: 'id' | 'code', value: string): Work<WorkshopRow | undefined> {
	const sql = `SELECT ${workshopColumns} FROM workshops WHERE ${column} = ?`;
	const row = yield* get<Stored<WorkshopRow>>(sql, value);
	return row && withBooleans(row);
}

function* raiseEpoch(id: string): Work<number> {
	const row = yield* get<{ epoch: number }>(
		'UPDATE workshops SET epoch = epoch + 1 WHERE id = ? RETURNING epoch',
		id
	);
	if (!row) throw new UnknownWorkshopError(id);
	return row.epoch;
}

function* createWorkshop({ workshop, links, workspace }: NewWorkshop): Work<void> {
	if (workspace) {
		yield* run(
			'INSERT INTO workspaces (id, title, token_hash, created_at) VALUES (?, ?, ?, ?)',
			workspace.id,
			workspace.title,
			workspace.tokenHash,
			workspace.createdAt
		);
	}
	yield* run(
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
	for (const link of links) yield* addLink(link);
}

function* updateWorkshop(
	id: string,
	change: Parameters<WorkshopStore['updateWorkshop']>[1]
): Work<void> {
	const { title, language, titleSequence, lobbyOpen, code } = change;
	const set = (column: string, value: string | number | null) =>
		run(`UPDATE workshops SET ${column} = ? WHERE id = ?`, value, id);
	if (title !== undefined) yield* set('title', title);
	if (language !== undefined) yield* set('language', language);
	if (titleSequence !== undefined) yield* set('title_sequence', titleSequence);
	if (lobbyOpen !== undefined) yield* set('lobby_open', Number(lobbyOpen));
	if (code !== undefined) yield* set('code', code);
}

function workspaces(database: Database) {
	const find = (column: 'id' | 'token_hash', value: string | Uint8Array) =>
		database.read(() =>
			get<WorkspaceRow>(`SELECT ${workspaceColumns} FROM workspaces WHERE ${column} = ?`, value)
		);
	return {
		findWorkspace: (id) => find('id', id),
		findWorkspaceByToken: (tokenHash) => find('token_hash', tokenHash),
		workshopsOfWorkspace: (workspaceId) => database.read(() => workshopsOfWorkspace(workspaceId))
	} satisfies Partial<WorkshopStore>;
}

function* workshopsOfWorkspace(workspaceId: string): Work<WorkshopSummary[]> {
	const rows = yield* all<Stored<WorkshopSummary>>(
		`SELECT ${summaryColumns} FROM workshops WHERE workspace_id = ?
		ORDER BY "changedAt" DESC, workshops.rowid DESC`,
		workspaceId
	);
	return rows.map(withBooleans);
}

/** Turns the stored 0 or 1 into the boolean that it means. */
export function withBooleans<Row extends { lobbyOpen: number }>(
	row: Row
): Omit<Row, 'lobbyOpen'> & { lobbyOpen: boolean } {
	return { ...row, lobbyOpen: row.lobbyOpen === 1 };
}
