import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#lib/server/access/tokens.ts';
import { createLog } from '#lib/server/log.ts';
import { createHub } from '#lib/server/rooms/hub.ts';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import { answerUsage, given } from './child.ts';
import { fillWorkshops, makeWorkshops } from './workshops.ts';

/** Our room server with its real store; members are told apart by a cookie that is just a name. */
const { rooms, directory, filled } = await given<{
	rooms: number;
	directory?: string;
	filled?: boolean;
}>();
const folder = directory ?? mkdtempSync(join(tmpdir(), 'tegenwicht-bench-'));
const now = () => Date.now();
const store = openSqliteStore({ directory: folder, now, newId });
await store.migrate();
if (!directory) await makeWorkshops(store, rooms);
if (filled) await fillWorkshops(store, rooms);
const hub = createHub({
	store,
	now,
	newId,
	log: createLog('warn'),
	admit: async (request, workshopId) => ({
		epoch: 0,
		member: {
			...{ id: request.headers.cookie ?? '', workshopId, role: 'participant' as const },
			...{ name: null, partyId: null, colour: 0 }
		}
	})
});
const server = createServer((_, response) => response.end());
server.on('upgrade', (request, socket, head) => hub.upgrade(request, socket, head));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
answerUsage(() => hub.figures());
process.on('exit', () => {
	if (!directory) rmSync(folder, { recursive: true, force: true });
});
process.on('message', (message) => {
	if (message === 'end') process.exit(0);
});
process.send?.((server.address() as AddressInfo).port);
