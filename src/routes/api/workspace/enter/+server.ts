import * as v from 'valibot';
import { ApiError } from '#lib/server/api-error.ts';
import { atOwner } from '#lib/server/cluster/at-owner.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { readBody } from '#lib/server/request-body.ts';

const enterSchema = v.object({ workshopId: v.string() });
import { welcome } from '#lib/server/workshops/members.ts';

/** Makes who has a workspace the facilitator of one of its workshops. */
export const POST = endpoint(async (call) => {
	const { app, event, device } = call;
	const body = await readBody(event.request, enterSchema);
	const { workshopId } = body;
	const workshop = await app.store.findWorkshop(workshopId);
	const mayEnter =
		workshop && device && (await app.store.hasWorkspace(device, workshop.workspaceId));
	if (!mayEnter) throw new ApiError('not-here', 'There is no such workshop here.');
	return atOwner(call, { workshopId, body }, async () => {
		await welcome(app, { workshopId, role: 'facilitator', linkId: null }, { device });
		return { workshopId, role: 'facilitator' };
	});
});
