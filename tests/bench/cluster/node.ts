import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '#lib/server/access/tokens.ts';
import { openCluster } from '#lib/server/cluster/open-cluster.ts';
import { createLog } from '#lib/server/log.ts';
import { openBareRooms } from '../../server/cluster/bare-rooms.ts';
import { answerUsage, given } from '../rooms/child.ts';
import { makeWorkshops } from '../rooms/workshops.ts';

/**
 * A node of a cluster: the real rooms, leases and store, and what passes sockets on. It makes
 * the workshops when it is told how many.
 */
const { url, rooms, port } = await given<{ url: string; rooms?: number; port: number }>();
const log = createLog('warn');
const cluster = openCluster(
	{
		...{ databaseUrl: url, redisUrl: undefined, leaseSeconds: 8, origin: undefined },
		address: `http://127.0.0.1:${port}`
	},
	{ log, newId }
);
const { store, hub, holdings } = await openBareRooms(cluster, { url, log });
if (rooms !== undefined) await makeWorkshops(store, rooms);
await cluster.start(holdings);
const server = createServer((_, response) => response.end());
server.on('upgrade', async (request, socket, head) => {
	if (!(await cluster.front.upgrade(request, socket, head))) hub.upgrade(request, socket, head);
});
server.listen(port, '127.0.0.1');
await once(server, 'listening');
answerUsage(() => ({ ...hub.figures(), ...cluster.figures }));
process.on('message', (message) => {
	if (message === 'end') process.exit(0);
});
process.send?.((server.address() as AddressInfo).port);
