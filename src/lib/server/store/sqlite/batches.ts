import type { FigureBatch } from '#lib/domain/area/figure-batch.ts';
import { inSlices } from '../../in-slices.ts';
import { UnknownWorkshopError } from '../errors.ts';
import type { BatchOutcome, BatchRow, FigureStore, NewBatch } from '../figures.ts';
import type { Database } from './database.ts';
import { dropBatch } from './drop-batch.ts';
import type { Surroundings } from './surroundings.ts';
import { knownValues, writeObservations } from './write-observations.ts';

/** Areas and values that are written, or looked up, before others get their turn. */
const atOnce = { areas: 50, lookups: 1000 } as const;

/** Imports as a whole: written, tried, undone, chosen. */
export function sqliteBatches(database: Database, { now }: Surroundings) {
	return {
		importBatch: (fresh) => importBatch(database, fresh, now()),
		tryBatch: (fresh) => tryBatch(database, fresh),
		undoBatch: (workshopId, batchId) => undoBatch(database, workshopId, batchId),
		chooseBatches: async (workshopId, batchIds) =>
			database.transaction(() => chooseBatches(database, workshopId, batchIds)),
		listBatches: async (workshopId) => listBatches(database, workshopId)
	} satisfies Partial<FigureStore>;
}

async function tryBatch(database: Database, { workshopId, batch }: NewBatch) {
	const workspace = workspaceOf(database, workshopId);
	const known = knownValues(database, { workspace, workshopId });
	let same = 0;
	await inSlices(batch.observations, atOnce.lookups, (some) => {
		same += some.filter(known).length;
	});
	const added = batch.observations.length - same;
	const sameFile = sameFiles(database, workspace, batch);
	return { id: undefined, same, added, areas: batch.areas.length, sameFile };
}

function sameFiles(database: Database, workspace: string, { fileHash }: FigureBatch): number[] {
	return database
		.all<{ id: number }>(
			`SELECT id FROM import_batches
			WHERE workspace_id = ? AND file_hash = unhex(?) AND finished = 1 ORDER BY id`,
			workspace,
			fileHash
		)
		.map(({ id }) => id);
}

function workspaceOf(database: Database, workshopId: string): string {
	const found = database.get<{ workspace: string }>(
		'SELECT workspace_id AS workspace FROM workshops WHERE id = ?',
		workshopId
	);
	if (!found) throw new UnknownWorkshopError(workshopId);
	return found.workspace;
}

/** Nobody sees anything of an import before its last transaction, and nothing is left of one that fails. */
async function importBatch(database: Database, fresh: NewBatch, at: number): Promise<BatchOutcome> {
	const { workshopId, batch, onSameKey } = fresh;
	const workspace = workspaceOf(database, workshopId);
	const sameFile = sameFiles(database, workspace, batch);
	const id = beginBatch(database, { workspace, batch, at });
	try {
		await inSlices(batch.areas, atOnce.areas, (areas) =>
			database.transaction(() => writeAreas(database, id, areas))
		);
		const place = { database, workspace, workshopId, id, onSameKey };
		const counts = await writeObservations(place, fresh);
		finishBatch(database, workshopId, id);
		return { id, areas: batch.areas.length, ...counts, sameFile };
	} catch (error) {
		// Where even this fails, the next start removes what is left.
		await dropBatch(database, { id, workspace }).catch(() => undefined);
		throw error;
	}
}

function beginBatch(
	database: Database,
	{ workspace, batch, at }: { workspace: string; batch: FigureBatch; at: number }
): number {
	return database.one<{ id: number }>(
		`INSERT INTO import_batches
			(workspace_id, source, file_name, file_hash, vintage, imported_at, finished)
		VALUES (?, ?, ?, unhex(?), ?, ?, 0) RETURNING id`,
		workspace,
		...[batch.source, batch.fileName, batch.fileHash, batch.vintage, at]
	).id;
}

function finishBatch(database: Database, workshopId: string, id: number): void {
	database.transaction(() => {
		database.run('UPDATE import_batches SET finished = 1 WHERE id = ?', id);
		database.run(
			'INSERT INTO workshop_batches (workshop_id, batch_id) VALUES (?, ?)',
			workshopId,
			id
		);
	});
}

function writeAreas(database: Database, batchId: number, areas: FigureBatch['areas']): void {
	for (const { code, name, geometry } of areas) {
		database.run(
			'INSERT INTO areas (batch_id, code, name, geometry) VALUES (?, ?, ?, ?)',
			...[batchId, code, name, geometry ? JSON.stringify(geometry) : null]
		);
	}
}

/** It is gone for everybody, on disk, with the first transaction; its values are removed after that. */
async function undoBatch(database: Database, workshopId: string, id: number): Promise<boolean> {
	const workspace = workspaceOf(database, workshopId);
	const gone = database.transaction(() => {
		database.run(
			`DELETE FROM workshop_batches WHERE batch_id =
				(SELECT id FROM import_batches WHERE id = ? AND workspace_id = ? AND finished = 1)`,
			id,
			workspace
		);
		return database.run(
			'UPDATE import_batches SET finished = 0 WHERE id = ? AND workspace_id = ? AND finished = 1',
			id,
			workspace
		);
	});
	if (gone > 0) await dropBatch(database, { id, workspace });
	return gone > 0;
}

function chooseBatches(database: Database, workshopId: string, batchIds: readonly number[]): void {
	const workspace = workspaceOf(database, workshopId);
	database.run('DELETE FROM workshop_batches WHERE workshop_id = ?', workshopId);
	database.run(
		`INSERT INTO workshop_batches (workshop_id, batch_id)
		SELECT ?, id FROM import_batches
		WHERE workspace_id = ? AND finished = 1 AND id IN (SELECT value FROM json_each(?))`,
		workshopId,
		workspace,
		JSON.stringify(batchIds)
	);
}

type StoredBatch = Omit<BatchRow, 'chosen'> & { chosen: number };

function listBatches(database: Database, workshopId: string): BatchRow[] {
	return database
		.all<StoredBatch>(
			`SELECT b.id, b.source, b.file_name AS fileName, b.vintage, b.imported_at AS importedAt,
				(SELECT count(*) FROM area_observations o WHERE o.batch_id = b.id) AS observations,
				(SELECT count(*) FROM areas a WHERE a.batch_id = b.id) AS areas,
				EXISTS (SELECT 1 FROM workshop_batches w
					WHERE w.batch_id = b.id AND w.workshop_id = ?) AS chosen
			FROM import_batches b WHERE b.workspace_id = ? AND b.finished = 1 ORDER BY b.id DESC`,
			workshopId,
			workspaceOf(database, workshopId)
		)
		.map((row) => ({ ...row, chosen: row.chosen === 1 }));
}
