import type { ForecastRow, ForecastStore } from '../forecasts.ts';
import type { Database } from './database.ts';

const columns = `id, workshop_id AS workshopId, number, text, sha256, previous, sealed_at AS sealedAt`;

/** The part of the store on SQLite that keeps sealed forecasts. */
export function sqliteForecasts(database: Database): ForecastStore {
	const list = (workshopId: string) =>
		database.all<ForecastRow>(
			`SELECT ${columns} FROM forecasts WHERE workshop_id = ? ORDER BY number`,
			workshopId
		);
	return {
		sealForecast: async (forecast) =>
			database.transaction(() => {
				const last = list(forecast.workshopId).at(-1);
				const follows =
					forecast.number === (last?.number ?? 0) + 1 &&
					forecast.previous === (last?.sha256 ?? null);
				if (follows) insert(database, forecast);
				return follows;
			}),
		listForecasts: async (workshopId) => list(workshopId)
	};
}

function insert(database: Database, forecast: ForecastRow): void {
	const { id, workshopId, number, text, sha256, previous, sealedAt } = forecast;
	database.run(
		`INSERT INTO forecasts (id, workshop_id, number, text, sha256, previous, sealed_at)
		VALUES (?, ?, ?, ?, ?, ?, ?)`,
		...[id, workshopId, number, text, sha256, previous, sealedAt]
	);
}
