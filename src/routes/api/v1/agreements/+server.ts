import { agreementsOf } from '#lib/domain/agreements.ts';
import { readerEndpoint } from '#lib/server/reading/reader.ts';
import { exportFile } from '#lib/server/workshops/documents.ts';

/** Gives what every party puts into every measure to another program. */
export const GET = readerEndpoint(async ({ app, workshopId }) => {
	const { file } = await exportFile(app.hub, workshopId);
	return {
		agreements: agreementsOf(file, '').map(({ measure, party, lead, contribution }) => ({
			party: party.name,
			measure: measure.title,
			lead: lead?.name ?? null,
			owner: measure.ownerName,
			startMonth: measure.startMonth,
			contribution
		}))
	};
});
