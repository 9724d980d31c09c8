import { endpoint } from '#lib/server/endpoint.ts';
import { listed } from '#lib/server/workshops/title.ts';

/** The workshops that this device is in. */
export const GET = endpoint(async ({ app, device }) => {
	const workshops = device ? await app.store.workshopsOfDevice(device) : [];
	const shown = await listed(app, workshops);
	const roleOf = new Map(workshops.map(({ id, role }) => [id, role]));
	return { workshops: shown.map((workshop) => ({ ...workshop, role: roleOf.get(workshop.id) })) };
});
