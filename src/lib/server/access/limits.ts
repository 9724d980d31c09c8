import { ClientLimit } from './client-limit.ts';
import { ApiError } from '../api-error.ts';

const minute = 60_000;

/** How often a client may try things. */
export type AccessLimits = {
	/** Wrong tokens, codes and passphrases, per client. */
	readonly wrongKeys: ClientLimit;
	/** Wrong codes per shard of codes, so that many clients together cannot search one either. */
	readonly wrongCodes: ClientLimit;
	/** Workshops made, per client: enough for a class behind one address. */
	readonly newWorkshops: ClientLimit;
};

export function createAccessLimits(now: () => number): AccessLimits {
	return {
		wrongKeys: new ClientLimit({ limit: 5, window: minute, pause: minute, now }),
		wrongCodes: new ClientLimit({ limit: 300, window: minute, pause: minute, now }),
		newWorkshops: new ClientLimit({ limit: 300, window: minute, pause: 10_000, now })
	};
}

/** @throws {ApiError} 429 while this client has to wait */
export function refuseWhileWaiting(limit: ClientLimit, client: string): void {
	const seconds = limit.secondsToWait(client);
	if (seconds === 0) return;
	throw new ApiError('too-many', `Too many attempts: try again in ${seconds} seconds.`, {
		retryAfter: seconds
	});
}

/**
 * Counts a token or code that opens nothing, and gives the refusal.
 * Wrong, closed, revoked and expired sound the same, so that trying teaches nothing.
 */
export function wrongKey(limits: AccessLimits, client: string, shard?: string): ApiError {
	limits.wrongKeys.count(client);
	if (shard !== undefined) limits.wrongCodes.count(shard);
	return new ApiError('wrong-code', 'This link or code does not work (any more).');
}
