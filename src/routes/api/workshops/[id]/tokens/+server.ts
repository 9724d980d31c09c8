import { memberEndpoint } from '#lib/server/endpoint.ts';

/** Lists the keys for other programs, never the keys themselves. */
export const GET = memberEndpoint(async ({ app, member }) => {
	const tokens = await app.store.listApiTokens(member.workshopId);
	return {
		tokens: tokens.map(({ id, label, createdAt }) => ({
			id,
			label,
			createdAt: new Date(createdAt).toISOString()
		}))
	};
});
