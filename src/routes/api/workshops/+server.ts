import { deviceFor } from '#lib/server/access/give-device.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { parseJson, readText } from '#lib/server/request-body.ts';
import { readStartRequest, startWorkshop } from '#lib/server/workshops/start.ts';

/** A file of 5 MB and what stands around it. */
const mostBytes = 5_100_000;

/** Starts a workshop: empty, from a file, or a copy of the example. */
export const POST = endpoint(async (call) => {
	const { app, event } = call;
	const text = await readText(event.request, mostBytes);
	const request = readStartRequest(parseJson(text || '{}'));
	const device = deviceFor(call.device, event.cookies, app.configuration.origin);
	const created = await startWorkshop({ ...call, device }, request, event.locals.language);
	// Its people are sent to one server, which need not be this one.
	await app.cluster?.giveBack(created.id);
	return Response.json(created, { status: 201, headers: { 'cache-control': 'no-store' } });
});
