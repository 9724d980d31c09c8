import { criticise } from '#lib/domain/critic/criticise.ts';
import { trackRecord } from '#lib/server/forecasts/track-record.ts';
import { readerEndpoint } from '#lib/server/reading/reader.ts';
import { exportFile } from '#lib/server/workshops/documents.ts';

/** Gives what the built-in critic asks to another program, also by the organisation's own record. */
export const GET = readerEndpoint(async ({ app, workshopId }) => {
	const { file } = await exportFile(app.hub, workshopId);
	const record = await trackRecord(app, workshopId);
	return { findings: criticise(file, { record }).findings };
});
