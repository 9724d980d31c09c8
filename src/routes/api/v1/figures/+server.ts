import { knownFigures, observationsOfAreas } from '#lib/server/figures/asked.ts';
import { readerEndpoint } from '#lib/server/reading/reader.ts';

/** Gives another program what the workshop knows of areas: which figures and areas, and the values of those asked for. */
export const GET = readerEndpoint(async ({ app, event, workshopId }) => ({
	...(await knownFigures(app.store, workshopId)),
	observations: await observationsOfAreas(
		app.store,
		workshopId,
		event.url.searchParams.getAll('area')
	)
}));
