import { endpoint } from '#lib/server/endpoint.ts';

/** Tells whether what people write can be kept now, by writing something. */
export const GET = endpoint(async ({ app }) => {
	try {
		await app.store.probe();
		return { status: 'ready' };
	} catch (error) {
		app.log.error({ err: error }, 'the store cannot be written');
		return Response.json({ status: 'the store cannot be written' }, { status: 503 });
	}
});
