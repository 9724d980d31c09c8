import { exportedForecast } from '#lib/server/forecasts/seal.ts';
import { readerEndpoint } from '#lib/server/reading/reader.ts';
import { fileHeaders } from '#lib/server/workshops/file-headers.ts';

/** Gives the sealed forecasts to another program, each byte for byte as it was sealed. */
export const GET = readerEndpoint(async ({ app, workshopId }) => {
	const forecasts = await app.store.listForecasts(workshopId);
	return new Response(`{"forecasts":[${forecasts.map(exportedForecast).join(',\n')}]}\n`, {
		headers: fileHeaders('forecasts', false)
	});
});
