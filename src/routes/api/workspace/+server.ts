import { endpoint } from '#lib/server/endpoint.ts';
import { listed } from '#lib/server/workshops/title.ts';

/** The workspaces that this device may open, with the workshops in them. */
export const GET = endpoint(async ({ app, device }) => {
	const workspaces = device ? await app.store.workspacesOfDevice(device) : [];
	return {
		workspaces: await Promise.all(
			workspaces.map(async ({ id, title }) => {
				const workshops = await app.store.workshopsOfWorkspace(id);
				return { id, title, workshops: await listed(app, workshops) };
			})
		)
	};
});
