import type { FigureBatch } from '#lib/domain/area/figure-batch.ts';
import type { Database } from '../database.ts';
import type { BatchRow, FigureStore, NewBatch } from '../figures.ts';
import { inSlices } from '../../in-slices.ts';
import { dropBatch } from './drop-batch.ts';
import { importBatch } from './import-batch.ts';
import { knownAmong } from './known-values.ts';
import { all, run, type Work } from './statement.ts';
import type { Surroundings } from './surroundings.ts';
import { workspaceOf } from './workspace-of.ts';

/** Values that are looked up before others get their turn. */
const lookupsAtOnce = 1000;

/** Imports as a whole: written, tried, undone, chosen. */
export function batchStore(database: Database, { now }: Surroundings) {
	return {
		importBatch: async (fresh) => {
			const place = await database.snapshot(() => placeOf(fresh));
			return database.importing(place.workspace, () =>
				importBatch(database, { ...place, fresh, at: now() })
			);
		},
		tryBatch: (fresh) => tryBatch(database, fresh),
		undoBatch: (workshopId, batchId) => undoBatch(database, workshopId, batchId),
		chooseBatches: (workshopId, batchIds) =>
			database.transaction(() =>
				chooseBatches(workshopId, batchIds, database.dialect.listed.numbers)
			),
		listBatches: (workshopId) => database.snapshot(() => listBatches(workshopId))
	} satisfies Partial<FigureStore>;
}

async function tryBatch(database: Database, fresh: NewBatch) {
	const { batch, workshopId } = fresh;
	const { workspace, sameFile } = await database.snapshot(() => placeOf(fresh));
	let same = 0;
	await inSlices(batch.observations, lookupsAtOnce, async (some) => {
		const known = await database.snapshot(() =>
			knownAmong(some, { workspace, workshopId, atOnce: database.dialect.rowsAtOnce })
		);
		same += known.size;
	});
	const added = batch.observations.length - same;
	return { id: undefined, same, added, areas: batch.areas.length, sameFile };
}

/** Where a batch goes, and which earlier ones were made of the same file. */
function* placeOf({
	workshopId,
	batch
}: NewBatch): Work<{ workspace: string; sameFile: number[] }> {
	const workspace = yield* workspaceOf(workshopId);
	return { workspace, sameFile: yield* sameFiles(workspace, batch) };
}

function* sameFiles(workspace: string, { fileHash }: FigureBatch): Work<number[]> {
	const rows = yield* all<{ id: number }>(
		`SELECT id FROM import_batches
		WHERE workspace_id = ? AND file_hash = ? AND finished = 1 ORDER BY id`,
		workspace,
		Buffer.from(fileHash, 'hex')
	);
	return rows.map(({ id }) => id);
}

/** It is gone for everybody, on disk, with the first transaction; its values are removed after that. */
async function undoBatch(database: Database, workshopId: string, id: number): Promise<boolean> {
	const { workspace, gone } = await database.transaction(() => hideBatch(workshopId, id));
	if (gone) await dropBatch(database, { id, workspace });
	return gone;
}

function* hideBatch(workshopId: string, id: number): Work<{ workspace: string; gone: boolean }> {
	const workspace = yield* workspaceOf(workshopId);
	yield* run(
		`DELETE FROM workshop_batches WHERE batch_id =
			(SELECT id FROM import_batches WHERE id = ? AND workspace_id = ? AND finished = 1)`,
		id,
		workspace
	);
	const hidden = yield* run(
		'UPDATE import_batches SET finished = 0 WHERE id = ? AND workspace_id = ? AND finished = 1',
		id,
		workspace
	);
	return { workspace, gone: hidden > 0 };
}

function* chooseBatches(
	workshopId: string,
	batchIds: readonly number[],
	listed: string
): Work<void> {
	const workspace = yield* workspaceOf(workshopId);
	yield* run('DELETE FROM workshop_batches WHERE workshop_id = ?', workshopId);
	yield* run(
		`INSERT INTO workshop_batches (workshop_id, batch_id)
		SELECT ?, id FROM import_batches
		WHERE workspace_id = ? AND finished = 1 AND id IN ${listed}`,
		workshopId,
		workspace,
		JSON.stringify(batchIds)
	);
}

type StoredBatch = Omit<BatchRow, 'chosen'> & { chosen: number };

function* listBatches(workshopId: string): Work<BatchRow[]> {
	const workspace = yield* workspaceOf(workshopId);
	const rows = yield* all<StoredBatch>(
		`SELECT b.id, b.source, b.file_name AS "fileName", b.vintage, b.imported_at AS "importedAt",
			(SELECT count(*) FROM area_observations o WHERE o.batch_id = b.id) AS observations,
			(SELECT count(*) FROM areas a WHERE a.batch_id = b.id) AS areas,
			(SELECT count(*) FROM workshop_batches w
				WHERE w.batch_id = b.id AND w.workshop_id = ?) AS chosen
		FROM import_batches b WHERE b.workspace_id = ? AND b.finished = 1 ORDER BY b.id DESC`,
		workshopId,
		workspace
	);
	return rows.map((row) => ({ ...row, chosen: row.chosen === 1 }));
}
