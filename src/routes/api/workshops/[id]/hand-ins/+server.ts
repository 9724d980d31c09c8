import { memberEndpoint } from '#lib/server/endpoint.ts';
import { ownHandIns } from '#lib/server/deliberation/own-hand-ins.ts';

/** Gives a member what they handed in themselves and that nobody else sees yet. */
export const GET = memberEndpoint(async ({ app, member }) => ownHandIns(app, member));
