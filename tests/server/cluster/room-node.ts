import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '#lib/server/access/tokens.ts';
import { Cluster } from '#lib/server/cluster/cluster.ts';
import { openLeaseDatabase } from '#lib/server/cluster/lease-database.ts';
import { leaseTable } from '#lib/server/cluster/lease-table.ts';
import { leaseTimes } from '#lib/server/cluster/leases.ts';
import { createLog } from '#lib/server/log.ts';
import type { Store } from '#lib/server/store/store.ts';
import { openBareRooms } from './bare-rooms.ts';

/** One of several servers in this process: real leases, fences, rooms, store and sockets. */
export type RoomNode = {
	readonly cluster: Cluster;
	/** What this node writes with; fenced, as in the program. */
	readonly store: Store;
	/** Where y-websocket connects to for a workshop. */
	readonly syncAddress: (workshopId: string) => string;
	readonly end: () => Promise<void>;
};

/**
 * Starts a node that does not pass sockets on, on a database that it brings to shape. Its leases last
 * so long that it renews none of them during a test.
 */
export async function startRoomNode(url: string): Promise<RoomNode> {
	const log = createLog('silent');
	const database = openLeaseDatabase(url);
	const cluster = new Cluster({
		...{ log, newId, clock: () => performance.now(), close: () => database.close() },
		...{ table: leaseTable(database.sql), times: leaseTimes(60), secret: newId() },
		...{ address: `http://${newId()}:1`, behindProxy: false },
		signals: (heard) => database.signals(heard, log)
	});
	const { store, hub, holdings } = await openBareRooms(cluster, { url, log });
	await cluster.start(holdings);
	const server = createServer((_, response) => response.end());
	server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		...{ cluster, store },
		syncAddress: (workshopId) => `ws://127.0.0.1:${port}/sync/${workshopId}`,
		end: async () => {
			await hub.stop();
			await cluster.stop();
			await store.close();
			server.closeAllConnections();
			server.close();
		}
	};
}
