import { describe, expect, test } from 'vitest';
import { deviceCookieOptions, deviceInHeader } from '#lib/server/access/device.ts';
import { hashToken, newToken } from '#lib/server/access/tokens.ts';

describe('the device cookie', () => {
	const token = newToken();

	test('is found among other cookies', () => {
		const header = `theme=dark; tegenwicht=${token}; language=nl`;
		expect(deviceInHeader(header)).toEqual(hashToken(token));
	});

	test.each([undefined, '', 'tegenwicht=', 'tegenwicht=short', `other=${token}`, 'tegenwicht'])(
		'is not found in %s',
		(header) => {
			expect(deviceInHeader(header)).toBeUndefined();
		}
	);

	test('is out of reach of scripts and of what other sites start, and encrypted on https', () => {
		expect(deviceCookieOptions('https://arena.example.nl')).toMatchObject({
			httpOnly: true,
			sameSite: 'lax',
			path: '/',
			secure: true
		});
		expect(deviceCookieOptions(undefined).secure).toBe(false);
		expect(deviceCookieOptions('http://10.0.0.2').secure).toBe(false);
	});
});
