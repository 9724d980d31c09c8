import { serialiseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { readerEndpoint } from '#lib/server/reading/reader.ts';
import { exportFile } from '#lib/server/workshops/documents.ts';
import { fileHeaders } from '#lib/server/workshops/file-headers.ts';

/** Gives the workshop as a file to another program. */
export const GET = readerEndpoint(async ({ app, workshopId }) => {
	const { file } = await exportFile(app.hub, workshopId);
	const headers = fileHeaders(file.workshop.title, false);
	return new Response(serialiseWorkshopFile(file), { headers });
});
