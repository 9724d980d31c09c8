import { memberEndpoint } from '#lib/server/endpoint.ts';

/** Headers of a stream of events; the last one keeps nginx from gathering them. */
const headers = {
	'content-type': 'text/event-stream; charset=utf-8',
	'cache-control': 'no-store',
	'x-accel-buffering': 'no'
};

/**
 * Tells a member what they may see of the session, and then what changes, as server-sent events;
 * see `SessionView`. Says what time it is every two seconds. Ends when the member is out.
 */
export const GET = memberEndpoint(async ({ app, event, member }) => {
	// Who asks for the headers only would never end a stream.
	if (event.request.method === 'HEAD') return new Response(null, { headers });
	const lastEventId = event.request.headers.get('last-event-id');
	return new Response(await app.feeds.subscribe(member, lastEventId), { headers });
});
