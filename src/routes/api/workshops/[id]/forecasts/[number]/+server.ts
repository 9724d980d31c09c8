import { ApiError } from '#lib/server/api-error.ts';
import { memberEndpoint } from '#lib/server/endpoint.ts';
import { exportedForecast } from '#lib/server/forecasts/seal.ts';
import { fileHeaders } from '#lib/server/workshops/file-headers.ts';

/** One sealed forecast, byte for byte as it was sealed; with `?download` the browser saves it. */
export const GET = memberEndpoint(async ({ app, event, member }) => {
	const forecasts = await app.store.listForecasts(member.workshopId);
	const forecast = forecasts.find(({ number }) => String(number) === event.params.number);
	if (!forecast) throw new ApiError('not-here', 'There is no such forecast.');
	const name = `forecast ${forecast.number}`;
	const headers = fileHeaders(name, event.url.searchParams.has('download'));
	return new Response(`${exportedForecast(forecast)}\n`, { headers });
});

/** Whoever tries to change a sealed forecast hears why that can't be. */
const refuse = memberEndpoint(async () => {
	throw new ApiError(
		'sealed',
		'A sealed forecast can not be changed or removed, by anyone. Seal a new one beside it.'
	);
});

export { refuse as DELETE, refuse as PATCH, refuse as PUT };
