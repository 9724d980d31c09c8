import { describe, expect, test } from 'vitest';
import { fromAnotherSite, originAllowed } from '#lib/server/access/origin.ts';

const host = 'localhost:3000';
const configured = 'https://arena.example.nl';

describe('the Origin of a request', () => {
	test.each([
		['http://localhost:3000', undefined],
		['https://localhost:3000', undefined],
		[configured, configured]
	])('%s may, with %s configured', (origin, site) => {
		expect(originAllowed({ origin, host, configured: site })).toBe(true);
		expect(fromAnotherSite({ origin, host, configured: site })).toBe(false);
	});

	test.each([
		['http://localhost:3001', undefined],
		['http://localhost', undefined],
		['http://localhost:3000.evil.example', undefined],
		['ftp://localhost:3000', undefined],
		['null', undefined],
		['http://arena.example.nl', configured],
		['http://localhost:3000', configured],
		['https://arena.example.nl.evil.example', configured]
	])('%s may not, with %s configured', (origin, site) => {
		expect(originAllowed({ origin, host, configured: site })).toBe(false);
		expect(fromAnotherSite({ origin, host, configured: site })).toBe(true);
	});

	test('without an Origin a socket may not, and no other site is to blame', () => {
		for (const origin of [undefined, null]) {
			expect(originAllowed({ origin, host, configured: undefined })).toBe(false);
			expect(fromAnotherSite({ origin, host, configured: undefined })).toBe(false);
		}
	});

	test('without a Host nothing matches', () => {
		const asked = { origin: 'http://undefined', host: undefined, configured: undefined };
		expect(originAllowed(asked)).toBe(false);
	});
});
