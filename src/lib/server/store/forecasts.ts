/** A sealed forecast: the canonical text of its content, and the SHA-256 over that text. */
export type ForecastRow = {
	/** Who sealed it and the command's id, so that a command that comes again does not seal again. */
	readonly id: string;
	readonly workshopId: string;
	/** 1 for the first of a workshop. */
	readonly number: number;
	/** Canonical JSON: the bytes over which the hash was taken. */
	readonly text: string;
	/** 64 hexadecimal digits. */
	readonly sha256: string;
	/** Hash of the forecast before it; null for the first. */
	readonly previous: string | null;
	/** Milliseconds since 1970. */
	readonly sealedAt: number;
};

/** Forecasts, which nobody can change or delete as long as their workshop exists. */
export interface ForecastStore {
	/**
	 * Puts a forecast at the end of its workshop's row.
	 *
	 * @returns false when it does not come right after the last one there is: then nothing is written
	 */
	sealForecast(forecast: ForecastRow): Promise<boolean>;
	/** Forecasts of a workshop, the first one first. */
	listForecasts(workshopId: string): Promise<ForecastRow[]>;
}
