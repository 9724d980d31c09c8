import * as v from 'valibot';
import { deviceFor } from '#lib/server/access/give-device.ts';
import { refuseWhileWaiting, wrongKey } from '#lib/server/access/limits.ts';
import { hashToken, isToken } from '#lib/server/access/tokens.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { readBody } from '#lib/server/request-body.ts';

const openSchema = v.object({ token: v.string() });

/** Lets this device open a workspace from now on, by its host link. */
export const POST = endpoint(async ({ app, event, client, device }) => {
	const { token } = await readBody(event.request, openSchema);
	refuseWhileWaiting(app.limits.wrongKeys, client);
	const workspace = isToken(token)
		? await app.store.findWorkspaceByToken(hashToken(token))
		: undefined;
	if (!workspace) throw wrongKey(app.limits, client);
	const granted = deviceFor(device, event.cookies, app.configuration.origin);
	await app.store.grantWorkspace(granted, workspace.id);
	return { workspaceId: workspace.id };
});
