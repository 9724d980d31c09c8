import { endpoint } from '#lib/server/endpoint.ts';

/** Tells what time it is here, in milliseconds since 1970, so that all screens show the same timer. */
export const GET = endpoint(({ app }) => Promise.resolve({ now: app.now() }));
