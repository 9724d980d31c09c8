import { serialiseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { memberEndpoint } from '#lib/server/endpoint.ts';
import { readBytes } from '#lib/server/request-body.ts';
import { exportFile, replaceBoard } from '#lib/server/workshops/documents.ts';
import { fileHeaders } from '#lib/server/workshops/file-headers.ts';
import { readFile, warnedOfSession } from '#lib/server/workshops/starting-point.ts';

const mostBytes = 5_000_000;

/** Gives the workshop as a file; with `?download` the browser saves it under its title. */
export const GET = memberEndpoint(async ({ app, event, member }) => {
	const { file } = await exportFile(app.hub, member.workshopId);
	const headers = fileHeaders(file.workshop.title, event.url.searchParams.has('download'));
	return new Response(serialiseWorkshopFile(file), { headers });
});

/** Replaces what is on the board by a file; what was there is kept as a version. */
export const PUT = memberEndpoint(async ({ app, event, member }) => {
	const accepted = readFile(await readBytes(event.request, mostBytes));
	const by = { workshopId: member.workshopId, memberId: member.id, label: 'before-import' };
	await replaceBoard(app, by, accepted.file);
	return { warnings: warnedOfSession(accepted) };
});
