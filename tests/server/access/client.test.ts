import { describe, expect, test } from 'vitest';
import { clientOf, maskedClient } from '#lib/server/access/client.ts';

const direct = { address: '192.0.2.7', forwardedFor: null, behindProxy: false };

describe('the client behind a request', () => {
	test('is the address of the connection', () => {
		expect(clientOf(direct)).toBe('192.0.2.7');
	});

	test('is never what the request says of itself when no proxy is configured', () => {
		expect(clientOf({ ...direct, forwardedFor: '203.0.113.9' })).toBe('192.0.2.7');
	});

	test('is the last forwarded address behind a configured proxy', () => {
		const forwardedFor = '198.51.100.1, 203.0.113.9';
		expect(clientOf({ ...direct, forwardedFor, behindProxy: true })).toBe('203.0.113.9');
	});

	test('is the proxy itself when that forwards nothing', () => {
		expect(clientOf({ ...direct, behindProxy: true })).toBe('192.0.2.7');
	});

	test('is the same for an IPv4 address written as IPv6', () => {
		expect(clientOf({ ...direct, address: '::ffff:192.0.2.7' })).toBe('192.0.2.7');
	});

	test.each([
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
		['2001:0DB8:0001:0002::9', '2001:db8:1:2::'],
		['2001:db8::1', '2001:db8:0:0::'],
		['::1', '0:0:0:0::'],
		['fe80::1%eth0', 'fe80:0:0:0::']
	])('%s counts with all of its network', (address, network) => {
		expect(clientOf({ ...direct, address })).toBe(network);
	});
});

test.each([
	['192.0.2.7', '192.0.2.x'],
	['2001:db8:1:2::', '2001:db8:1::']
])('in a log %s is %s', (client, masked) => {
	expect(maskedClient(client)).toBe(masked);
});
