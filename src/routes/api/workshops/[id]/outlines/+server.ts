import { memberEndpoint } from '#lib/server/endpoint.ts';

/** Outlines of areas whose code starts with `prefix`, such as `BU0599`, for a map. */
export const GET = memberEndpoint(async ({ app, event, member }) => {
	const prefix = event.url.searchParams.get('prefix') ?? '';
	return { areas: await app.store.outlines(member.workshopId, prefix.slice(0, 10)) };
});
