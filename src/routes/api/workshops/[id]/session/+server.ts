import { memberEndpoint } from '#lib/server/endpoint.ts';
import { sessionView } from '#lib/server/feed/sources.ts';

/** Tells a member what they may see of the session. */
export const GET = memberEndpoint(async ({ app, member }) => sessionView(app, member));
