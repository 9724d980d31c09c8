import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import type { FigureBatch } from '#lib/domain/area/figure-batch.ts';
import { inSlices } from '../../in-slices.ts';
import type { Database } from '../database.ts';
import type { NewBatch, OnSameKey } from '../figures.ts';
import { knownAmong } from './known-values.ts';
import { insert, one as first, type Work } from './statement.ts';

type Place = {
	readonly database: Database;
	readonly workspace: string;
	readonly workshopId: string;
	readonly id: number;
	readonly onSameKey: OnSameKey;
};

/** Values per transaction, and rows per statement: one statement for each row costs twice the time. */
const sliceSize = 1000;
const rowsAtOnce = 100;

/** Writes the values of a batch slice by slice. */
export async function writeObservations(
	place: Place,
	{ batch, hidden = [] }: NewBatch
): Promise<{ readonly added: number; readonly same: number }> {
	const { database } = place;
	const { observations, indicators } = batch;
	let same = 0;
	await inSlices(byIndicator(observations), sliceSize, async (some) => {
		same += await database.transaction(() => writeSlice(place, indicators, some));
	});
	await inSlices(hidden, sliceSize, (some) =>
		database.transaction(() => writeRows(place, indicators, some))
	);
	return { added: observations.length - same, same };
}

/** @returns how many of the values the workshop had already */
function* writeSlice(
	place: Place,
	indicators: FigureBatch['indicators'],
	some: readonly AreaObservation[]
): Work<number> {
	const { database, workspace, workshopId, onSameKey } = place;
	const atOnce = database.dialect.rowsAtOnce;
	const known = yield* knownAmong(some, { workspace, workshopId, atOnce });
	const kept = onSameKey === 'replace' ? some : some.filter((one) => !known.has(one));
	yield* writeRows(place, indicators, kept);
	return known.size;
}

/** The order of the table, in which the database has to look around least. */
function byIndicator(observations: readonly AreaObservation[]): AreaObservation[] {
	const groups = new Map<string, AreaObservation[]>();
	for (const one of observations) {
		const key = `${one.version}\t${one.indicator}`;
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return [...groups.values()].flat();
}

/** Indicators are found or made in the transaction of their values: without any they may be forgotten. */
function* writeRows(
	place: Place,
	indicators: FigureBatch['indicators'],
	observations: readonly AreaObservation[]
): Work<void> {
	const ids = yield* indicatorIds(place.workspace, indicators, observations);
	const rows = observations
		.map((one) => ({ ...one, indicatorId: ids.get(`${one.version}\t${one.indicator}`) ?? 0 }))
		.toSorted(
			(one, other) => one.indicatorId - other.indicatorId || (one.area < other.area ? -1 : 1)
		)
		.map(({ indicatorId, area, period, value, status }) => [
			...[indicatorId, area, period, place.id, value, status]
		]);
	yield* insert('area_observations (indicator_id, area, period, batch_id, value, status)', rows, {
		atOnce: Math.max(rowsAtOnce, place.database.dialect.rowsAtOnce)
	});
}

/** The ids of the observations' indicators, making those that the workspace has not yet. */
function* indicatorIds(
	workspace: string,
	indicators: FigureBatch['indicators'],
	observations: readonly AreaObservation[]
): Work<Map<string, number>> {
	const ids = new Map<string, number>();
	for (const { version, indicator: key } of observations) {
		if (ids.has(`${version}\t${key}`)) continue;
		const described = indicators.find((indicator) => indicator.key === key);
		const { id } = yield* first<{ id: number }>(
			`INSERT INTO observed_indicators (workspace_id, version, key, name, unit) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (workspace_id, version, key) DO UPDATE SET name = excluded.name, unit = excluded.unit
			RETURNING id`,
			...[workspace, version, key, described?.name ?? key, described?.unit ?? '']
		);
		ids.set(`${version}\t${key}`, id);
	}
	return ids;
}
