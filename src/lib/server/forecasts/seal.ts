import { createHash } from 'node:crypto';
import {
	forecastFormat,
	forecastVersion,
	sealedText,
	type ForecastContent
} from '#lib/domain/forecast/forecast.ts';
import type { App } from '../app.ts';
import { ApiError } from '../api-error.ts';
import type { ForecastRow } from '../store/store.ts';

/** All of a forecast but its place in the row of its workshop, and the moment. */
export type Unsealed = Omit<
	ForecastContent,
	'format' | 'version' | 'number' | 'previous' | 'sealedAt'
>;

/** Where a forecast goes, and the id by which a command that comes again finds it. */
type Place = { readonly workshopId: string; readonly id: string };

/** Gives the SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

/**
 * Seals a forecast at the end of its workshop's row, and gives it as it is kept. One that was sealed
 * by the same command before is given again.
 *
 * @throws {ApiError} 409 when somebody else sealed one at the same moment
 */
export async function sealForecast(
	{ store, now }: Pick<App, 'store' | 'now'>,
	{ workshopId, id }: Place,
	unsealed: Unsealed
): Promise<ForecastRow> {
	const earlier = await store.listForecasts(workshopId);
	const again = earlier.find((forecast) => forecast.id === id);
	if (again) return again;
	const last = earlier.at(-1);
	const sealedAt = now();
	const place = { number: (last?.number ?? 0) + 1, previous: last?.sha256 ?? null };
	const text = sealedText({
		format: forecastFormat,
		version: forecastVersion,
		...place,
		sealedAt: new Date(sealedAt).toISOString(),
		...unsealed
	});
	const row = { id, workshopId, ...place, text, sha256: sha256(text), sealedAt };
	if (await store.sealForecast(row)) return row;
	throw new ApiError('not-now', 'Somebody else sealed a forecast just now. Look at it first.');
}

/** Writes a forecast as it is exported; the content is the very text that was sealed. */
export function exportedForecast({ text, sha256: hash }: ForecastRow): string {
	return `{"sha256":"${hash}","content":${text}}`;
}
