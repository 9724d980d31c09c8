import { readerEndpoint } from '#lib/server/reading/reader.ts';
import { valuedForReader } from '#lib/server/reading/results.ts';
import { exportFile } from '#lib/server/workshops/documents.ts';

/** Gives what every scenario is worth to another program. */
export const GET = readerEndpoint(async ({ app, workshopId }) =>
	valuedForReader((await exportFile(app.hub, workshopId)).file)
);
