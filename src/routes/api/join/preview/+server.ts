import { endpoint } from '#lib/server/endpoint.ts';
import { readBody } from '#lib/server/request-body.ts';
import { readBoard } from '#lib/server/workshops/documents.ts';
import { entryFor, previewSchema } from '#lib/server/workshops/join.ts';

/** Shows who holds a link or code what it opens, before they join. */
export const POST = endpoint(async (call) => {
	const { app, event } = call;
	const entry = await entryFor(call, await readBody(event.request, previewSchema));
	const { workshop, parties } = await readBoard(app.hub, entry.workshop.id, (content) => content);
	return {
		workshopId: entry.workshop.id,
		title: workshop.title,
		language: workshop.language,
		role: entry.role,
		parties: parties.map(({ id, name }) => ({ id, name }))
	};
});
