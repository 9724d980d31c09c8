import { memberEndpoint } from '#lib/server/endpoint.ts';
import { versionContent } from '#lib/server/workshops/versions.ts';

/** Gives what was on the board in a kept version. */
export const GET = memberEndpoint(async ({ app, event, member }) => ({
	content: await versionContent(app, member.workshopId, event.params.version ?? '')
}));
