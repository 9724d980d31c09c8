import { endpoint } from '#lib/server/endpoint.ts';
import { listed } from '#lib/server/workshops/title.ts';

/** The workshops that this device is in. */
export const GET = endpoint(async ({ app, device }) => {
	const workshops = device ? await app.store.workshopsOfDevice(device) : [];
	return {
		workshops: await Promise.all(
			workshops.map(async (workshop) => ({ ...(await listed(app, workshop)), role: workshop.role }))
		)
	};
});
