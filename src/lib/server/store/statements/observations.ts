import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import type { Database } from '../database.ts';
import type { FigureStore } from '../figures.ts';
import { all, type Work } from './statement.ts';

/** The chosen batch that says last what a value is. */
const newestChosen = `o.batch_id = (
	SELECT max(other.batch_id) FROM area_observations other
	JOIN workshop_batches w ON w.batch_id = other.batch_id AND w.workshop_id = chosen.workshop_id
	WHERE other.indicator_id = o.indicator_id AND other.area = o.area AND other.period = o.period
)`;

const observationColumns = `o.area, o.period, i.key AS indicator, o.value, o.status, i.version`;

type ObservationStore = Pick<
	FigureStore,
	'observationsOfAreas' | 'observationsOfIndicator' | 'observationsOfWorkspace'
>;

/** Reading the values of areas. */
export function observationStore(database: Database): ObservationStore {
	const { texts } = database.dialect.listed;
	return {
		observationsOfAreas: (workshopId, areas) =>
			database.read(() =>
				all<AreaObservation>(
					`SELECT ${observationColumns} FROM workshop_batches chosen
					JOIN area_observations o ON o.batch_id = chosen.batch_id
					JOIN observed_indicators i ON i.id = o.indicator_id
					WHERE chosen.workshop_id = ? AND o.area IN ${texts}
					AND ${newestChosen} ORDER BY o.area, i.key, i.version, o.period`,
					workshopId,
					JSON.stringify(areas)
				)
			),
		observationsOfIndicator: (workshopId, { indicator, version, period }) =>
			database.read(() =>
				all<AreaObservation>(
					`SELECT ${observationColumns} FROM observed_indicators i
					JOIN area_observations o ON o.indicator_id = i.id
					JOIN workshop_batches chosen ON chosen.batch_id = o.batch_id AND chosen.workshop_id = ?
					WHERE i.key = ? AND i.version = ? AND o.period = ?
					AND i.workspace_id = (SELECT workspace_id FROM workshops WHERE id = chosen.workshop_id)
					AND ${newestChosen} ORDER BY o.area`,
					...[workshopId, indicator, version, period]
				)
			),
		observationsOfWorkspace: (workshopId, which) =>
			database.snapshot(() => observationsOfWorkspace(workshopId, which))
	};
}

function* observationsOfWorkspace(
	workshopId: string,
	{ indicator, version, starts, year }: Parameters<FigureStore['observationsOfWorkspace']>[1]
): Work<AreaObservation[]> {
	const found: AreaObservation[] = [];
	for (const start of starts) {
		const rows = yield* all<AreaObservation>(
			`SELECT area, period, indicator, value, status, version FROM (
				SELECT ${observationColumns},
					row_number() OVER (PARTITION BY o.area, o.period ORDER BY o.batch_id DESC) AS place
				FROM observed_indicators i
				JOIN area_observations o ON o.indicator_id = i.id
				JOIN import_batches b ON b.id = o.batch_id AND b.finished = 1
				WHERE i.workspace_id = (SELECT workspace_id FROM workshops WHERE id = ?)
				AND i.key = ? AND i.version = ? AND o.area >= ? AND o.area < ? || '~'
				AND substr(o.period, 1, 4) = ?
			) AS imported WHERE place = 1 ORDER BY area, period`,
			...[workshopId, indicator, version, start, start, year]
		);
		found.push(...rows);
	}
	return found;
}
