import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '#lib/server/access/tokens.ts';
import { fencedDatabase } from '#lib/server/cluster/fence.ts';
import { openCluster } from '#lib/server/cluster/open-cluster.ts';
import { createLog } from '#lib/server/log.ts';
import { createHub } from '#lib/server/rooms/hub.ts';
import { openPostgresStore } from '#lib/server/store/postgres-store.ts';
import { answerUsage, given } from '../rooms/child.ts';
import { makeWorkshops } from '../rooms/workshops.ts';

/**
 * A node of a cluster: the real rooms, leases and store, and what passes sockets on. Members are told
 * apart by a cookie that is just a name. It makes the workshops when it is told how many.
 */
const { url, rooms, port } = await given<{ url: string; rooms?: number; port: number }>();
const now = () => Date.now();
const log = createLog('warn');
const cluster = openCluster(
	{
		...{ databaseUrl: url, redisUrl: undefined, leaseSeconds: 8, origin: undefined },
		address: `http://127.0.0.1:${port}`
	},
	{ log, newId }
);
const { fences, front, ownership } = cluster;
const around: Parameters<typeof openPostgresStore>[0]['around'] = (database) =>
	fencedDatabase(database, () => fences.current);
const store = fences.around(openPostgresStore({ url, now, newId, around }));
await store.migrate();
if (rooms !== undefined) await makeWorkshops(store, rooms);
const hub = createHub({
	...{ store, now, newId, log, ownership },
	admit: async (request, workshopId) => ({
		epoch: 0,
		member: {
			...{ id: request.headers.cookie ?? '', workshopId, role: 'participant' as const },
			...{ name: null, partyId: null, colour: 0 }
		}
	})
});
await cluster.start({
	inUse: (workshopId) => hub.inMemory(workshopId),
	attended: (workshopId) => hub.present(workshopId).size > 0,
	drop: (workshopId) => hub.forget(workshopId),
	handOver: (workshopId) => hub.writeAway(workshopId)
});
const server = createServer((_, response) => response.end());
server.on('upgrade', async (request, socket, head) => {
	if (!(await front.upgrade(request, socket, head))) hub.upgrade(request, socket, head);
});
server.listen(port, '127.0.0.1');
await once(server, 'listening');
answerUsage(() => ({ ...hub.figures(), ...cluster.figures }));
process.on('message', (message) => {
	if (message === 'end') process.exit(0);
});
process.send?.((server.address() as AddressInfo).port);
