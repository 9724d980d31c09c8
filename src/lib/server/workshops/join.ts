import * as v from 'valibot';
import { findEntry, heldToDecision, shardTried, type Entry, type Key } from '../access/joining.ts';
import { refuseWhileWaiting, wrongKey } from '../access/limits.ts';
import { ApiError } from '../api-error.ts';
import type { Call } from '../endpoint.ts';
import { nameSchema, partyIdSchema } from './profile.ts';

const keyFields = { token: v.optional(v.string()), code: v.optional(v.string()) };

export const previewSchema = v.object(keyFields);

export const joinSchema = v.object({
	...keyFields,
	name: v.optional(nameSchema),
	partyId: v.optional(partyIdSchema)
});

type KeyRequest = v.InferOutput<typeof previewSchema>;

/**
 * Finds what the link or code in a request opens for who asks, counting the wrong ones per client.
 *
 * @throws {ApiError} 400 without either, 403 when it opens nothing, 429 after too many wrong ones
 */
export async function entryFor(
	{ app, client, device }: Pick<Call, 'app' | 'client' | 'device'>,
	request: KeyRequest
): Promise<Entry> {
	const key = keyOf(request);
	const shard = shardTried(key);
	refuseWhileWaiting(app.limits.wrongKeys, client);
	if (shard !== undefined) refuseWhileWaiting(app.limits.wrongCodes, shard);
	const opened = await findEntry(app.store, key, app.now());
	const entry = opened && (await heldToDecision(app.store, opened, device));
	// Looked at again, for tries that were under way at the same time.
	refuseWhileWaiting(app.limits.wrongKeys, client);
	if (!entry) throw wrongKey(app.limits, client, shard);
	return entry;
}

function keyOf({ token, code }: KeyRequest): Key {
	if (token !== undefined) return { token };
	if (code !== undefined) return { code };
	throw new ApiError('malformed', 'Give the token of a link, or a code.', { path: 'token' });
}
