import { endpoint } from '#lib/server/endpoint.ts';

/** Tells that the process answers. */
export const GET = endpoint(async () => ({ status: 'alive' }));
