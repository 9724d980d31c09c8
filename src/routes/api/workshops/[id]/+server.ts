import * as v from 'valibot';
import { ApiError } from '#lib/server/api-error.ts';
import { readBody } from '#lib/server/request-body.ts';
import { deleteWorkshop } from '#lib/server/workshops/delete.ts';
import { readBoard } from '#lib/server/workshops/documents.ts';
import { memberEndpoint } from '#lib/server/endpoint.ts';
import { workshopView } from '#lib/server/workshops/view.ts';

/** Tells a member who opens the workshop about it and who they are in it. */
export const GET = memberEndpoint(async ({ app, member }) => workshopView(app, member));

const deletion = v.object({ title: v.string() });

/** Deletes the workshop for good; its title must be given, so that nobody does it by accident. */
export const DELETE = memberEndpoint(async ({ app, event, member: { workshopId } }) => {
	const { title } = await readBody(event.request, deletion);
	const is = await readBoard(app.hub, workshopId, (board) => board.workshop.title);
	if (title.trim() !== is.trim()) {
		throw new ApiError('not-now', 'That is not the title of this workshop.', { path: 'title' });
	}
	await deleteWorkshop(app, workshopId);
	return {};
});
