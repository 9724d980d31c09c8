import { deviceFor } from '#lib/server/access/give-device.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { readBody } from '#lib/server/request-body.ts';
import { checkParty } from '#lib/server/workshops/parties.ts';
import { entryFor, joinSchema } from '#lib/server/workshops/join.ts';
import { welcome } from '#lib/server/workshops/members.ts';

/** Makes who asks a member by a link or a spoken code. */
export const POST = endpoint(async (call) => {
	const { app, event } = call;
	const request = await readBody(event.request, joinSchema);
	const { workshop, role, linkId } = await entryFor(call, request);
	await checkParty(app.hub, workshop.id, request.partyId);
	const device = deviceFor(call.device, event.cookies, app.configuration.origin);
	const seat = { workshopId: workshop.id, role, linkId };
	await welcome(app, seat, { device, name: request.name, partyId: request.partyId });
	return { workshopId: workshop.id, role };
});
