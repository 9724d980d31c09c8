import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '#lib/server/access/tokens.ts';
import { createLog } from '#lib/server/log.ts';
import { createHub } from '#lib/server/rooms/hub.ts';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import { workshopOf } from './forked-room.ts';

/**
 * A room server to be killed: the real hub on the real store, in the folder given as argument, for as
 * many workshops as the second argument says. Who somebody is, is their cookie.
 */
const [directory = '', workshops = '1'] = process.argv.slice(2);
const now = () => Date.now();
const store = openSqliteStore({ directory, now, newId });
await store.migrate();

for (let number = 0; number < Number(workshops); number += 1) {
	const id = workshopOf(number);
	if (await store.findWorkshop(id)) continue;
	await store.createWorkshop({
		workshop: {
			...{ id, workspaceId: 'space', title: 'Killed', language: 'nl' },
			...{ lobbyOpen: true, code: null, createdAt: 1 }
		},
		links: [],
		...(number === 0 && {
			workspace: { id: 'space', title: 'Killed', tokenHash: new Uint8Array(32), createdAt: 1 }
		})
	});
}

const hub = createHub({
	...{ store, now, newId },
	log: createLog('error'),
	admit: async ({ headers }, workshopId) => ({
		epoch: 0,
		member: {
			...{ id: headers.cookie ?? '', workshopId, role: 'participant' as const },
			...{ name: null, partyId: null, colour: 0 }
		}
	})
});
const server = createServer((_, response) => response.end());
server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
process.once('SIGTERM', async () => {
	await hub.stop();
	await store.close();
	process.exit();
});
process.send?.((server.address() as AddressInfo).port);
