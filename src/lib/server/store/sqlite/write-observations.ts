import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import type { FigureBatch } from '#lib/domain/area/figure-batch.ts';
import { inSlices } from '../../in-slices.ts';
import type { NewBatch, OnSameKey } from '../figures.ts';
import type { Database } from './database.ts';

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
	const known = knownValues(place.database, place);
	const { observations, indicators } = batch;
	let same = 0;
	await inSlices(byIndicator(observations), sliceSize, (some) =>
		place.database.transaction(() => {
			const fresh = some.filter((one) => !known(one));
			same += some.length - fresh.length;
			writeRows(place, indicators, place.onSameKey === 'replace' ? some : fresh);
		})
	);
	await inSlices(hidden, sliceSize, (some) =>
		place.database.transaction(() => writeRows(place, indicators, some))
	);
	return { added: observations.length - same, same };
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
function writeRows(
	place: Place,
	indicators: FigureBatch['indicators'],
	observations: readonly AreaObservation[]
): void {
	const idOf = indicatorIds(place, indicators);
	const rows = observations
		.map((one) => ({ ...one, indicatorId: idOf(one) }))
		.toSorted(
			(one, other) => one.indicatorId - other.indicatorId || (one.area < other.area ? -1 : 1)
		);
	for (let from = 0; from < rows.length; from += rowsAtOnce) {
		const some = rows.slice(from, from + rowsAtOnce);
		place.database.run(
			`INSERT INTO area_observations (indicator_id, area, period, batch_id, value, status)
			VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
			...some.flatMap(({ indicatorId, area, period, value, status }) => [
				...[indicatorId, area, period, place.id, value, status]
			])
		);
	}
}

/** Makes the function that tells whether the workshop has a value already for the same area, period and figure. */
export function knownValues(
	database: Database,
	{ workspace, workshopId }: Pick<Place, 'workspace' | 'workshopId'>
): (observation: AreaObservation) => boolean {
	const any = database.get('SELECT 1 FROM workshop_batches WHERE workshop_id = ?', workshopId);
	if (!any) return () => false;
	const rows = database.all<{ id: number; version: string; key: string }>(
		'SELECT id, version, key FROM observed_indicators WHERE workspace_id = ?',
		workspace
	);
	const ids = new Map(rows.map(({ id, version, key }) => [`${version}\t${key}`, id]));
	return ({ version, indicator, area, period }) => {
		const id = ids.get(`${version}\t${indicator}`);
		if (id === undefined) return false;
		const found = database.get(
			`SELECT 1 FROM area_observations o
			JOIN workshop_batches w ON w.batch_id = o.batch_id AND w.workshop_id = ?
			WHERE o.indicator_id = ? AND o.area = ? AND o.period = ?`,
			...[workshopId, id, area, period]
		);
		return found !== undefined;
	};
}

/** Gives the id of an observation's indicator, making the indicator when the workspace has none yet. */
function indicatorIds({ database, workspace }: Place, indicators: FigureBatch['indicators']) {
	const ids = new Map<string, number>();
	return ({ version, indicator: key }: AreaObservation): number => {
		const found = ids.get(`${version}\t${key}`);
		if (found !== undefined) return found;
		const described = indicators.find((indicator) => indicator.key === key);
		const { id } = database.one<{ id: number }>(
			`INSERT INTO observed_indicators (workspace_id, version, key, name, unit) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (workspace_id, version, key) DO UPDATE SET name = excluded.name, unit = excluded.unit
			RETURNING id`,
			...[workspace, version, key, described?.name ?? key, described?.unit ?? '']
		);
		ids.set(`${version}\t${key}`, id);
		return id;
	};
}
