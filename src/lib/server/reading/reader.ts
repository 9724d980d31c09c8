import type { Call } from '../endpoint.ts';
import { endpoint } from '../endpoint.ts';
import { refuseWhileWaiting, wrongKey } from '../access/limits.ts';
import { hashToken, isToken } from '../access/tokens.ts';
import { ApiError } from '../api-error.ts';

/** A call by another program, with a key for one workshop. */
export type ReaderCall = Call & { readonly workshopId: string };

/** Makes a handler for other programs: the key in `Authorization: Bearer` says which workshop they read. */
export function readerEndpoint(answer: (call: ReaderCall) => Promise<Response | object>) {
	return endpoint(async (call) => answer({ ...call, workshopId: await workshopOf(call) }));
}

/** @throws {ApiError} 403 for no key, or one that opens nothing; 429 after too many of those */
async function workshopOf({ app, event, client }: Call): Promise<string> {
	const header = event.request.headers.get('authorization');
	if (header === null) {
		throw new ApiError('wrong-code', 'Send a key of the workshop: Authorization: Bearer KEY.');
	}
	refuseWhileWaiting(app.limits.wrongKeys, client);
	const token = header.replace(/^Bearer /i, '');
	const known = isToken(token) ? await app.store.findApiToken(hashToken(token)) : undefined;
	if (!known) throw wrongKey(app.limits, client);
	return known.workshopId;
}
