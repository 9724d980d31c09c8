import { memberEndpoint } from '#lib/server/endpoint.ts';
import { exportedForecast } from '#lib/server/forecasts/seal.ts';
import { fileHeaders } from '#lib/server/workshops/file-headers.ts';

/** All sealed forecasts of a workshop in a row, each as it was sealed; with `?download` the browser saves them. */
export const GET = memberEndpoint(async ({ app, event, member }) => {
	const forecasts = await app.store.listForecasts(member.workshopId);
	const headers = fileHeaders('forecasts', event.url.searchParams.has('download'));
	return new Response(`{"forecasts":[${forecasts.map(exportedForecast).join(',\n')}]}\n`, {
		headers
	});
});
