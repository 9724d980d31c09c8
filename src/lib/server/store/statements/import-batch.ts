import type { FigureBatch } from '#lib/domain/area/figure-batch.ts';
import { inSlices } from '../../in-slices.ts';
import type { Database } from '../database.ts';
import type { BatchOutcome, NewBatch } from '../figures.ts';
import { dropBatch } from './drop-batch.ts';
import { insert, one, run, type Work } from './statement.ts';
import { writeObservations } from './write-observations.ts';

/** Areas that are written before others get their turn; outlines are large. */
const areasAtOnce = 50;

type Import = {
	readonly fresh: NewBatch;
	readonly workspace: string;
	readonly sameFile: readonly number[];
	/** Milliseconds since 1970. */
	readonly at: number;
};

/** Nobody sees anything of an import before its last transaction, and nothing is left of one that fails. */
export async function importBatch(
	database: Database,
	{ fresh, workspace, sameFile, at }: Import
): Promise<BatchOutcome> {
	const { workshopId, batch, onSameKey } = fresh;
	const id = await database.transaction(() => beginBatch({ workspace, batch, at }));
	try {
		await inSlices(batch.areas, areasAtOnce, (areas) =>
			database.transaction(() => writeAreas(id, areas, database.dialect.rowsAtOnce))
		);
		const place = { database, workspace, workshopId, id, onSameKey };
		const counts = await writeObservations(place, fresh);
		await database.transaction(() => finishBatch(workshopId, id));
		return { id, areas: batch.areas.length, ...counts, sameFile };
	} catch (error) {
		// Where even this fails, the next start removes what is left.
		await dropBatch(database, { id, workspace }).catch(() => undefined);
		throw error;
	}
}

function* beginBatch({
	workspace,
	batch,
	at
}: {
	workspace: string;
	batch: FigureBatch;
	at: number;
}): Work<number> {
	const { id } = yield* one<{ id: number }>(
		`INSERT INTO import_batches
			(workspace_id, source, file_name, file_hash, vintage, imported_at, finished)
		VALUES (?, ?, ?, ?, ?, ?, 0) RETURNING id`,
		...[workspace, batch.source, batch.fileName, Buffer.from(batch.fileHash, 'hex')],
		...[batch.vintage, at]
	);
	return id;
}

function* finishBatch(workshopId: string, id: number): Work<void> {
	yield* run('UPDATE import_batches SET finished = 1 WHERE id = ?', id);
	yield* run('INSERT INTO workshop_batches (workshop_id, batch_id) VALUES (?, ?)', workshopId, id);
}

function writeAreas(batchId: number, areas: FigureBatch['areas'], atOnce: number): Work<void> {
	const rows = areas.map(({ code, name, geometry }) => [
		...[batchId, code, name, geometry ? JSON.stringify(geometry) : null]
	]);
	return insert('areas (batch_id, code, name, geometry)', rows, { atOnce });
}
