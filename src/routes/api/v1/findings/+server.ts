import { criticise } from '#lib/domain/critic/criticise.ts';
import { readerEndpoint } from '#lib/server/reading/reader.ts';
import { exportFile } from '#lib/server/workshops/documents.ts';

/** Gives what the built-in critic asks to another program. */
export const GET = readerEndpoint(async ({ app, workshopId }) => {
	const { file } = await exportFile(app.hub, workshopId);
	return { findings: criticise(file, {}).findings };
});
