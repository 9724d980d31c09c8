import type { Cookies } from '@sveltejs/kit';
import { deviceCookie, deviceCookieOptions } from './device.ts';
import { hashToken, newToken } from './tokens.ts';

/**
 * Gives the device that asks its hash, making it a token when this server does not know it.
 *
 * A token that came from elsewhere is never taken over: who planted it would be in as well.
 */
export function deviceFor(
	known: Uint8Array | undefined,
	cookies: Cookies,
	origin: string | undefined
): Uint8Array {
	if (known) return known;
	const token = newToken();
	cookies.set(deviceCookie, token, deviceCookieOptions(origin));
	return hashToken(token);
}
