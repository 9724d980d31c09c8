import { createHash, timingSafeEqual } from 'node:crypto';

/** How somebody asks for metrics. */
export type Asked = {
	readonly authorization: string | null;
	/** Address at the other end of the connection. */
	readonly address: string;
	readonly forwarded: boolean;
};

/**
 * Metrics are for whoever has the token. Without a token they are for this machine itself, and for
 * nobody when a proxy stands in front: to the server every visitor would then be this machine.
 */
export function mayReadMetrics(
	asked: Asked,
	settings: { readonly token: string | undefined; readonly behindProxy: boolean }
): boolean {
	if (settings.token !== undefined) {
		const given = /^Bearer (\S+)$/.exec(asked.authorization ?? '')?.[1];
		return given !== undefined && timingSafeEqual(hash(given), hash(settings.token));
	}
	if (settings.behindProxy || asked.forwarded) return false;
	return /^(::1|(::ffff:)?127(\.\d+){3})$/i.test(asked.address);
}

function hash(text: string): Uint8Array {
	return createHash('sha256').update(text).digest();
}
