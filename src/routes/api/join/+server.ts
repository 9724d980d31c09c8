import { deviceFor } from '#lib/server/access/give-device.ts';
import { atOwner } from '#lib/server/cluster/at-owner.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { readBody } from '#lib/server/request-body.ts';
import { checkParty } from '#lib/server/workshops/parties.ts';
import { entryFor, joinSchema } from '#lib/server/workshops/join.ts';
import { welcome } from '#lib/server/workshops/members.ts';

/** Makes who asks a member by a link or a spoken code. */
export const POST = endpoint(async (call) => {
	const { app, event } = call;
	const body = await readBody(event.request, joinSchema);
	const { workshop, role, linkId } = await entryFor(call, body);
	const workshopId = workshop.id;
	return atOwner(call, { workshopId, body }, async () => {
		await checkParty(app.hub, workshopId, body.partyId);
		const device = deviceFor(call.device, event.cookies, app.configuration.origin);
		const seat = { workshopId, role, linkId };
		await welcome(app, seat, { device, name: body.name, partyId: body.partyId });
		return { workshopId, role };
	});
});
