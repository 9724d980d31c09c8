import type { KnownArea } from '#lib/domain/area/area-observation.ts';
import type { Database } from '../database.ts';
import type { Dialect } from '../dialect.ts';
import type { FigureStore, IndicatorRow, ListedArea } from '../figures.ts';
import { batchStore } from './batches.ts';
import { mappingStore } from './mappings.ts';
import { observationStore } from './observations.ts';
import { all, type Work } from './statement.ts';
import type { Surroundings } from './surroundings.ts';

/** The part of the store that knows figures of areas. */
export function figureStore(database: Database, surroundings: Surroundings): FigureStore {
	return {
		...batchStore(database, surroundings),
		...mappingStore(database, surroundings),
		...observationStore(database),
		listIndicators: (workshopId) =>
			database.read(() => listIndicators(workshopId, database.dialect)),
		listAreas: (workshopId) => database.read(() => listAreas(workshopId)),
		outlines: (workshopId, prefix) => database.read(() => outlines(workshopId, prefix))
	};
}

type StoredIndicator = Omit<IndicatorRow, 'periods'> & { periods: string };

function* listIndicators(workshopId: string, { jsonList }: Dialect): Work<IndicatorRow[]> {
	const rows = yield* all<StoredIndicator>(
		`SELECT i.key, i.version, i.name, i.unit, count(DISTINCT o.area) AS areas,
			${jsonList('o.period')} AS periods
		FROM workshop_batches chosen
		JOIN area_observations o ON o.batch_id = chosen.batch_id
		JOIN observed_indicators i ON i.id = o.indicator_id
		WHERE chosen.workshop_id = ? GROUP BY i.id ORDER BY i.version, i.key`,
		workshopId
	);
	return rows.map(({ periods, ...row }) => ({ ...row, periods: JSON.parse(periods).sort() }));
}

function* listAreas(workshopId: string): Work<ListedArea[]> {
	const rows = yield* all<{ code: string; name: string; outlined: number }>(
		`SELECT code, name, outlined FROM (
			SELECT code, name,
				max(CASE WHEN geometry IS NULL THEN 0 ELSE 1 END) OVER (PARTITION BY code) AS outlined,
				row_number() OVER (
					PARTITION BY code
					ORDER BY CASE WHEN name <> '' THEN a.batch_id ELSE 0 END DESC
				) AS place
			FROM workshop_batches chosen JOIN areas a ON a.batch_id = chosen.batch_id
			WHERE chosen.workshop_id = ?
		) AS known WHERE place = 1 ORDER BY code`,
		workshopId
	);
	return rows.map(({ code, name, outlined }) => ({ code, name, outlined: outlined === 1 }));
}

function* outlines(workshopId: string, prefix: string): Work<KnownArea[]> {
	const rows = yield* all<{ code: string; name: string; geometry: string }>(
		`SELECT code, name, geometry FROM workshop_batches chosen
		JOIN areas a ON a.batch_id = chosen.batch_id
		WHERE chosen.workshop_id = ? AND geometry IS NOT NULL AND substr(code, 1, ?) = ?
		ORDER BY code, a.batch_id`,
		workshopId,
		prefix.length,
		prefix
	);
	return rows
		.filter(({ code }, place) => rows[place + 1]?.code !== code)
		.map(({ code, name, geometry }) => ({ code, name, geometry: JSON.parse(geometry) }));
}
