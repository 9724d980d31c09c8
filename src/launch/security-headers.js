/**
 * Headers for every answer, also files; the content security policy is the framework's, because it
 * has the nonce.
 *
 * @param {string | undefined} origin the configured address of the site, where there is one
 * @returns {ReadonlyMap<string, string>}
 */
export function securityHeaders(origin) {
	const headers = new Map([
		['x-content-type-options', 'nosniff'],
		['x-frame-options', 'DENY'],
		['referrer-policy', 'no-referrer'],
		['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
		['cross-origin-opener-policy', 'same-origin'],
		['cross-origin-resource-policy', 'same-origin']
	]);
	if (origin?.startsWith('https:')) {
		headers.set('strict-transport-security', 'max-age=31536000');
	}
	return headers;
}
