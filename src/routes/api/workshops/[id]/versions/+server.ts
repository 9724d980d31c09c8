import { memberEndpoint } from '#lib/server/endpoint.ts';
import { keptVersions } from '#lib/server/workshops/versions.ts';

/** Lists the versions of the board that were kept, newest first. */
export const GET = memberEndpoint(async ({ app, member }) => ({
	versions: await keptVersions(app, member.workshopId)
}));
