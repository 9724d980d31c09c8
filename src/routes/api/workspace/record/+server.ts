import { endpoint } from '#lib/server/endpoint.ts';
import { recordOfWorkspace } from '#lib/server/forecasts/track-record.ts';

/** How well expectations came true, per workspace that this device may open; never by person. */
export const GET = endpoint(async ({ app, device }) => {
	const workspaces = device ? await app.store.workspacesOfDevice(device) : [];
	return {
		workspaces: await Promise.all(
			workspaces.map(async ({ id, title }) => ({
				id,
				title,
				record: await recordOfWorkspace(app, id)
			}))
		)
	};
});
