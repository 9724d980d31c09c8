type Asked = {
	/** The request's `Origin` header. */
	readonly origin: string | null | undefined;
	/** The request's `Host` header. */
	readonly host: string | null | undefined;
	/** The address that visitors use, where one is configured. */
	readonly configured: string | undefined;
};

/**
 * Tells whether a page of this very site made the request.
 *
 * Behind a proxy only the configured address counts; on a laptop the page must come from the host
 * that is asked. No `Origin` at all is no proof, and counts as false.
 */
export function originAllowed({ origin, host, configured }: Asked): boolean {
	if (!origin) return false;
	if (configured) return origin === configured;
	return host != null && (origin === `http://${host}` || origin === `https://${host}`);
}

/** For requests that also programs send, which have no Origin: refuses other sites' pages only. */
export function fromAnotherSite(asked: Asked): boolean {
	return asked.origin != null && !originAllowed(asked);
}
