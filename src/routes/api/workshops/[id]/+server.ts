import { memberEndpoint } from '#lib/server/endpoint.ts';
import { workshopView } from '#lib/server/workshops/view.ts';

/** Tells a member about the workshop and who they are in it. */
export const GET = memberEndpoint(async ({ app, member }) => workshopView(app, member));
