import { ApiError } from '#lib/server/api-error.ts';
import { endpoint } from '#lib/server/endpoint.ts';
import { mayReadMetrics } from '#lib/server/operations/metrics-access.ts';

/** What proxies add to a request; one of these is enough to know that there is one. */
const signsOfProxy = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'];

/** Figures for a Prometheus server; to others it looks as if there were none. */
export const GET = endpoint(async ({ app, event }) => {
	const { headers } = event.request;
	const asked = {
		authorization: headers.get('authorization'),
		address: event.getClientAddress(),
		forwarded: signsOfProxy.some((name) => headers.has(name))
	};
	const { metricsToken: token, origin } = app.configuration;
	if (!mayReadMetrics(asked, { token, behindProxy: origin !== undefined })) {
		throw new ApiError('not-here', 'There is nothing here.');
	}
	return new Response(await app.metrics.metrics(), {
		headers: { 'content-type': app.metrics.contentType, 'cache-control': 'no-store' }
	});
});
