import type { AreaObservation, KnownArea } from '#lib/domain/area/area-observation.ts';
import type { FigureStore, IndicatorRow, ListedArea } from '../figures.ts';
import type { Database } from './database.ts';
import { sqliteBatches } from './batches.ts';
import type { Surroundings } from './surroundings.ts';

/** The chosen batch that says last what a value is. */
const newestChosen = `o.batch_id = (
	SELECT max(other.batch_id) FROM area_observations other
	JOIN workshop_batches w ON w.batch_id = other.batch_id AND w.workshop_id = chosen.workshop_id
	WHERE other.indicator_id = o.indicator_id AND other.area = o.area AND other.period = o.period
)`;

const observationColumns = `o.area, o.period, i.key AS indicator, o.value, o.status, i.version`;

/** The part of the store on SQLite that knows figures of areas. */
export function sqliteFigures(database: Database, surroundings: Surroundings): FigureStore {
	return { ...sqliteBatches(database, surroundings), ...reading(database) };
}

function reading(database: Database) {
	return {
		listIndicators: async (workshopId) => listIndicators(database, workshopId),
		listAreas: async (workshopId) => listAreas(database, workshopId),
		observationsOfAreas: async (workshopId, areas) =>
			database.all<AreaObservation>(
				`SELECT ${observationColumns} FROM workshop_batches chosen
				JOIN area_observations o ON o.batch_id = chosen.batch_id
				JOIN observed_indicators i ON i.id = o.indicator_id
				WHERE chosen.workshop_id = ? AND o.area IN (SELECT value FROM json_each(?))
				AND ${newestChosen} ORDER BY o.area, i.key, i.version, o.period`,
				workshopId,
				JSON.stringify(areas)
			),
		observationsOfIndicator: async (workshopId, { indicator, version, period }) =>
			database.all<AreaObservation>(
				`SELECT ${observationColumns} FROM observed_indicators i
				JOIN area_observations o ON o.indicator_id = i.id
				JOIN workshop_batches chosen ON chosen.batch_id = o.batch_id AND chosen.workshop_id = ?
				WHERE i.key = ? AND i.version = ? AND o.period = ?
				AND i.workspace_id = (SELECT workspace_id FROM workshops WHERE id = chosen.workshop_id)
				AND ${newestChosen} ORDER BY o.area`,
				workshopId,
				indicator,
				version,
				period
			),
		observationsOfWorkspace: async (workshopId, { indicator, version, starts, year }) =>
			starts.flatMap((start) =>
				database.all<AreaObservation>(
					`SELECT ${observationColumns}, max(o.batch_id) AS newest FROM observed_indicators i
					JOIN area_observations o ON o.indicator_id = i.id
					JOIN import_batches b ON b.id = o.batch_id AND b.finished = 1
					WHERE i.workspace_id = (SELECT workspace_id FROM workshops WHERE id = ?)
					AND i.key = ? AND i.version = ? AND o.area >= ? AND o.area < ? || '~'
					AND substr(o.period, 1, 4) = ?
					GROUP BY o.area, o.period`,
					...[workshopId, indicator, version, start, start, year]
				)
			),
		outlines: async (workshopId, prefix) => outlines(database, workshopId, prefix)
	} satisfies Partial<FigureStore>;
}

type StoredIndicator = Omit<IndicatorRow, 'periods'> & { periods: string };

function listIndicators(database: Database, workshopId: string): IndicatorRow[] {
	return database
		.all<StoredIndicator>(
			`SELECT i.key, i.version, i.name, i.unit, count(DISTINCT o.area) AS areas,
				json_group_array(DISTINCT o.period) AS periods
			FROM workshop_batches chosen
			JOIN area_observations o ON o.batch_id = chosen.batch_id
			JOIN observed_indicators i ON i.id = o.indicator_id
			WHERE chosen.workshop_id = ? GROUP BY i.id ORDER BY i.version, i.key`,
			workshopId
		)
		.map(({ periods, ...row }) => ({ ...row, periods: JSON.parse(periods).sort() }));
}

function listAreas(database: Database, workshopId: string): ListedArea[] {
	return database
		.all<{ code: string; name: string; outlined: number }>(
			// With one max() SQLite takes the other columns from the row that has it.
			`SELECT code, name, total(geometry IS NOT NULL) > 0 AS outlined,
				max(CASE WHEN name <> '' THEN a.batch_id ELSE 0 END) AS newest
			FROM workshop_batches chosen JOIN areas a ON a.batch_id = chosen.batch_id
			WHERE chosen.workshop_id = ? GROUP BY code ORDER BY code`,
			workshopId
		)
		.map(({ code, name, outlined }) => ({ code, name, outlined: outlined === 1 }));
}

function outlines(database: Database, workshopId: string, prefix: string): KnownArea[] {
	return database
		.all<{ code: string; name: string; geometry: string }>(
			`SELECT code, name, geometry FROM workshop_batches chosen
			JOIN areas a ON a.batch_id = chosen.batch_id
			WHERE chosen.workshop_id = ? AND geometry IS NOT NULL AND substr(code, 1, ?) = ?
			ORDER BY code, a.batch_id`,
			workshopId,
			prefix.length,
			prefix
		)
		.filter(({ code }, place, all) => all[place + 1]?.code !== code)
		.map(({ code, name, geometry }) => ({ code, name, geometry: JSON.parse(geometry) }));
}
