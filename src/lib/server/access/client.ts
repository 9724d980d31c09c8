import { isIPv6 } from 'node:net';

/**
 * Names the client that a request comes from, for counting.
 *
 * A forwarded address is believed only behind a configured proxy, and then the last one, which that
 * proxy added itself. An IPv6 client counts by its /64, because it owns all addresses in there.
 */
export function clientOf(request: {
	readonly address: string;
	readonly forwardedFor: string | null | undefined;
	readonly behindProxy: boolean;
}): string {
	const forwarded = request.behindProxy ? request.forwardedFor?.split(',').at(-1)?.trim() : '';
	const address = forwarded || request.address;
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped) return mapped;
	return isIPv6(address) ? firstHalf(address) : address;
}

/** Names a client in a log without saying who it is: its network only. */
export function maskedClient(client: string): string {
	return /^\d+\.\d+\.\d+\.\d+$/.test(client)
		? client.replace(/\.\d+$/, '.x')
		: client.split(':').slice(0, 3).join(':') + '::';
}

function firstHalf(address: string): string {
	const [withoutZone = ''] = address.split('%');
	const [head = '', tail] = withoutZone.split('::');
	const left = head.split(':').filter(Boolean);
	const right = tail === undefined ? [] : tail.split(':').filter(Boolean);
	const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
	const groups = [...left, ...zeros, ...right].slice(0, 4);
	return groups.map((group) => parseInt(group, 16).toString(16)).join(':') + '::';
}
