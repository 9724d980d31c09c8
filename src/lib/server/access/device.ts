import { hashToken, isToken } from './tokens.ts';

/** Name of the one cookie that tells who a browser is. */
export const deviceCookie = 'tegenwicht';

const halfYear = 60 * 60 * 24 * 183;

/** How the cookie is set: out of reach of scripts, and of requests that other sites start. */
export function deviceCookieOptions(origin: string | undefined) {
	return {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: origin?.startsWith('https:') ?? false,
		maxAge: halfYear
	} as const;
}

/** Finds the device's hash in a `Cookie` header, or undefined when there is no proper token in it. */
export function deviceInHeader(header: string | undefined): Uint8Array | undefined {
	for (const part of header?.split(';') ?? []) {
		const [name, value] = part.trim().split('=');
		if (name === deviceCookie && isToken(value)) return hashToken(value);
	}
	return undefined;
}
