import { endpoint } from '#lib/server/endpoint.ts';
import { openApi } from '#lib/server/reading/open-api.ts';

/** Describes what other programs can read. */
export const GET = endpoint(async ({ event }) => openApi(event.url.origin));
