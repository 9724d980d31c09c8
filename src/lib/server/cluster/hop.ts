import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { clientOf } from '../access/client.ts';
import { sameSecret } from '../access/secret.ts';
import type { Node } from './lease-table.ts';

/** Says that another node passes a request on, by showing the secret of the one that it asks. */
export const hopHeader = 'tegenwicht-hop';
/** The visitor from whom a request came that another node passes on; never believed from others. */
export const clientHeader = 'tegenwicht-client';

/** What concerns one connection only, by RFC 9110, and what nodes tell each other. */
const notPassedOn = new Set([
	...['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer'],
	...['transfer-encoding', 'upgrade', hopHeader, clientHeader]
]);

/** How a request came in: from a visitor, from another node, or with a secret that is not ours. */
export type Arrival = 'visitor' | 'node' | 'stranger';

/** Tells who sent a request; of a visitor it takes away what only nodes may say. */
export function arrivalOf(headers: IncomingHttpHeaders, secret: string): Arrival {
	const shown = headers[hopHeader];
	delete headers[hopHeader];
	if (shown === undefined) {
		delete headers[clientHeader];
		return 'visitor';
	}
	return typeof shown === 'string' && sameSecret(shown, secret) ? 'node' : 'stranger';
}

/** Headers as they came, in their order, without those of one connection only. */
export function passedOn(raw: readonly string[]): [string, string][] {
	const pairs: [string, string][] = [];
	for (let index = 0; index + 1 < raw.length; index += 2) {
		const [name = '', value = ''] = raw.slice(index, index + 2);
		if (!notPassedOn.has(name.toLowerCase())) pairs.push([name, value]);
	}
	return pairs;
}

/** What is added to a request that is passed on to a node. */
export function hopHeaders(
	request: IncomingMessage,
	{ owner, behindProxy }: { readonly owner: Node; readonly behindProxy: boolean }
): [string, string][] {
	const client = clientOf({
		address: request.socket.remoteAddress ?? '',
		forwardedFor: request.headers['x-forwarded-for']?.toString(),
		behindProxy
	});
	return [
		[hopHeader, owner.secret],
		[clientHeader, client]
	];
}
