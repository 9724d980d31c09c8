import type { Database } from '../database.ts';
import type { ForecastRow, ForecastStore } from '../forecasts.ts';
import { all, get, run, type Work } from './statement.ts';

const columns = `id, workshop_id AS "workshopId", number, text, sha256, previous, sealed_at AS "sealedAt"`;

/** The part of the store that keeps sealed forecasts. */
export function forecastStore(database: Database): ForecastStore {
	return {
		sealForecast: (forecast) => database.transaction(() => seal(forecast)),
		listForecasts: (workshopId) =>
			database.read(() =>
				all<ForecastRow>(
					`SELECT ${columns} FROM forecasts WHERE workshop_id = ? ORDER BY number`,
					workshopId
				)
			)
	};
}

function* seal(forecast: ForecastRow): Work<boolean> {
	const last = yield* get<Pick<ForecastRow, 'number' | 'sha256'>>(
		'SELECT number, sha256 FROM forecasts WHERE workshop_id = ? ORDER BY number DESC LIMIT 1',
		forecast.workshopId
	);
	const follows =
		forecast.number === (last?.number ?? 0) + 1 && forecast.previous === (last?.sha256 ?? null);
	if (follows) yield* write(forecast);
	return follows;
}

function write(forecast: ForecastRow): Work<number> {
	const { id, workshopId, number, text, sha256, previous, sealedAt } = forecast;
	return run(
		`INSERT INTO forecasts (id, workshop_id, number, text, sha256, previous, sealed_at)
		VALUES (?, ?, ?, ?, ?, ?, ?)`,
		...[id, workshopId, number, text, sha256, previous, sealedAt]
	);
}
