import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import type { FigureBatch } from '#lib/domain/area/figure-batch.ts';
import { UnknownWorkshopError } from '../errors.ts';
import type { BatchOutcome, BatchRow, FigureStore, NewBatch, OnSameKey } from '../figures.ts';
import type { Database } from './database.ts';
import type { Surroundings } from './surroundings.ts';

/** Imports as a whole: written, tried, undone, chosen. */
export function sqliteBatches(database: Database, { now }: Surroundings) {
	return {
		importBatch: async (fresh) => database.transaction(() => writeBatch(database, fresh, now())),
		tryBatch: async (fresh) => tryBatch(database, fresh),
		undoBatch: async (workshopId, batchId) =>
			database.transaction(() => {
				const workspace = workspaceOf(database, workshopId);
				const gone = database.run(
					'DELETE FROM import_batches WHERE id = ? AND workspace_id = ?',
					batchId,
					workspace
				);
				dropUnused(database, workspace);
				return gone > 0;
			}),
		chooseBatches: async (workshopId, batchIds) =>
			database.transaction(() => chooseBatches(database, workshopId, batchIds)),
		listBatches: async (workshopId) => listBatches(database, workshopId)
	} satisfies Partial<FigureStore>;
}

function tryBatch(database: Database, { workshopId, batch }: NewBatch): BatchOutcome {
	const workspace = workspaceOf(database, workshopId);
	const known = knownKeys({ database, workshopId });
	const ids = knownIndicators(database, workspace);
	const same = batch.observations.filter(({ version, indicator, area, period }) => {
		const indicatorId = ids.get(`${version}\t${indicator}`);
		return indicatorId !== undefined && known({ indicatorId, area, period });
	}).length;
	return {
		id: undefined,
		...{ same, added: batch.observations.length - same, areas: batch.areas.length },
		sameFile: sameFiles(database, workspace, batch)
	};
}

function sameFiles(database: Database, workspace: string, { fileHash }: FigureBatch): number[] {
	return database
		.all<{ id: number }>(
			'SELECT id FROM import_batches WHERE workspace_id = ? AND file_hash = unhex(?) ORDER BY id',
			workspace,
			fileHash
		)
		.map(({ id }) => id);
}

function knownIndicators(database: Database, workspace: string): Map<string, number> {
	const rows = database.all<{ id: number; version: string; key: string }>(
		'SELECT id, version, key FROM observed_indicators WHERE workspace_id = ?',
		workspace
	);
	return new Map(rows.map(({ id, version, key }) => [`${version}\t${key}`, id]));
}

function workspaceOf(database: Database, workshopId: string): string {
	const found = database.get<{ workspace: string }>(
		'SELECT workspace_id AS workspace FROM workshops WHERE id = ?',
		workshopId
	);
	if (!found) throw new UnknownWorkshopError(workshopId);
	return found.workspace;
}

function writeBatch(
	database: Database,
	{ workshopId, batch, onSameKey }: NewBatch,
	at: number
): BatchOutcome {
	const workspace = workspaceOf(database, workshopId);
	const sameFile = sameFiles(database, workspace, batch);
	const { id } = database.one<{ id: number }>(
		`INSERT INTO import_batches (workspace_id, source, file_name, file_hash, vintage, imported_at)
		VALUES (?, ?, ?, unhex(?), ?, ?) RETURNING id`,
		workspace,
		...[batch.source, batch.fileName, batch.fileHash, batch.vintage, at]
	);
	writeAreas(database, id, batch);
	const counts = writeObservations({ database, workspace, workshopId, id, onSameKey }, batch);
	database.run(
		'INSERT INTO workshop_batches (workshop_id, batch_id) VALUES (?, ?)',
		workshopId,
		id
	);
	const areas = batch.areas.length;
	return { id, areas, ...counts, sameFile };
}

function writeAreas(database: Database, batchId: number, { areas }: FigureBatch): void {
	for (const { code, name, geometry } of areas) {
		database.run(
			'INSERT INTO areas (batch_id, code, name, geometry) VALUES (?, ?, ?, ?)',
			batchId,
			code,
			name,
			geometry ? JSON.stringify(geometry) : null
		);
	}
}

type Place = {
	readonly database: Database;
	readonly workspace: string;
	readonly workshopId: string;
	readonly id: number;
	readonly onSameKey: OnSameKey;
};

type Row = Key & Pick<AreaObservation, 'value' | 'status'>;

/** Rows per statement: one statement for each costs twice the time. */
const rowsAtOnce = 100;

function writeObservations(place: Place, batch: FigureBatch): { added: number; same: number } {
	const ids = indicatorIds(place, batch);
	const known = knownKeys(place);
	const rows: Row[] = [];
	let same = 0;
	for (const observation of batch.observations) {
		const { area, period, value, status } = observation;
		const row = { indicatorId: ids(observation), area, period, value, status };
		const isSame = known(row);
		if (isSame) same += 1;
		if (!isSame || place.onSameKey === 'replace') rows.push(row);
	}
	writeRows(place, rows);
	return { added: batch.observations.length - same, same };
}

/** Writes rows in the order of the table, in which the database only has to add at the end. */
function writeRows({ database, id }: Place, rows: Row[]): void {
	const inOrder = rows.sort(
		(one, other) => one.indicatorId - other.indicatorId || (one.area < other.area ? -1 : 1)
	);
	for (let from = 0; from < inOrder.length; from += rowsAtOnce) {
		const some = inOrder.slice(from, from + rowsAtOnce);
		database.run(
			`INSERT INTO area_observations (indicator_id, area, period, batch_id, value, status)
			VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
			...some.flatMap(({ indicatorId, area, period, value, status }) => [
				...[indicatorId, area, period, id, value, status]
			])
		);
	}
}

type Key = { readonly indicatorId: number; readonly area: string; readonly period: string };

/** Makes the function that tells whether the workshop has a value already. */
function knownKeys({ database, workshopId }: Pick<Place, 'database' | 'workshopId'>) {
	const any = database.get('SELECT 1 FROM workshop_batches WHERE workshop_id = ?', workshopId);
	if (!any) return () => false;
	return ({ indicatorId, area, period }: Key): boolean =>
		database.get(
			`SELECT 1 FROM area_observations o
			JOIN workshop_batches w ON w.batch_id = o.batch_id AND w.workshop_id = ?
			WHERE o.indicator_id = ? AND o.area = ? AND o.period = ?`,
			...[workshopId, indicatorId, area, period]
		) !== undefined;
}

/** Gives the id of an observation's indicator, making the indicator when the workspace has none yet. */
function indicatorIds({ database, workspace }: Place, { indicators }: FigureBatch) {
	const described = new Map(indicators.map((indicator) => [indicator.key, indicator]));
	const known = new Map<string, number>();
	return ({ version, indicator: key }: AreaObservation): number => {
		const place = `${version}\t${key}`;
		const found = known.get(place);
		if (found !== undefined) return found;
		const { id } = database.one<{ id: number }>(
			`INSERT INTO observed_indicators (workspace_id, version, key, name, unit) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (workspace_id, version, key) DO UPDATE SET name = excluded.name, unit = excluded.unit
			RETURNING id`,
			workspace,
			version,
			key,
			described.get(key)?.name ?? key,
			described.get(key)?.unit ?? ''
		);
		known.set(place, id);
		return id;
	};
}

/** Forgets indicators of which no value is left. */
function dropUnused(database: Database, workspace: string): void {
	database.run(
		`DELETE FROM observed_indicators WHERE workspace_id = ?
		AND NOT EXISTS (SELECT 1 FROM area_observations o WHERE o.indicator_id = observed_indicators.id)`,
		workspace
	);
}

function chooseBatches(database: Database, workshopId: string, batchIds: readonly number[]): void {
	const workspace = workspaceOf(database, workshopId);
	database.run('DELETE FROM workshop_batches WHERE workshop_id = ?', workshopId);
	database.run(
		`INSERT INTO workshop_batches (workshop_id, batch_id)
		SELECT ?, id FROM import_batches
		WHERE workspace_id = ? AND id IN (SELECT value FROM json_each(?))`,
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
			FROM import_batches b WHERE b.workspace_id = ? ORDER BY b.id DESC`,
			workshopId,
			workspaceOf(database, workshopId)
		)
		.map((row) => ({ ...row, chosen: row.chosen === 1 }));
}
