import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { newId } from '#lib/server/access/tokens.ts';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import { Child } from './child.ts';
import { LightClient } from './light-client.ts';
import { makeWorkshops, workshopName } from './workshops.ts';

const workshops = 1_000;

/** Time from starting a process with a full folder to the first room that is open. */
export async function measureStart(): Promise<void> {
	const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-bench-'));
	await fill(directory);
	const started = performance.now();
	const server = Child.start(new URL('./own-server.ts', import.meta.url), {
		rooms: workshops,
		directory
	});
	const port = await server.hear<number>();
	const listening = performance.now() - started;
	const heard = Promise.withResolvers<void>();
	const path = `/sync/${workshopName(workshops - 1)}/board?ack=1`;
	const client = new LightClient({
		...{ port, path, name: 'first' },
		listen: (message) => void (message[0] === 0 && message[1] === 1 && heard.resolve())
	});
	await client.welcomed;
	client.enter();
	await heard.promise;
	const open = performance.now() - started;
	console.log(`\nStart with ${workshops} workshops on disk`);
	console.table([{ 'listening ms': listening.toFixed(0), 'first room open ms': open.toFixed(0) }]);
	client.leave();
	await server.end();
	rmSync(directory, { recursive: true });
}

async function fill(directory: string): Promise<void> {
	const store = openSqliteStore({ directory, now: () => 1, newId });
	await store.migrate();
	await makeWorkshops(store, workshops);
	const doc = new Y.Doc();
	for (let index = 0; index < 40; index += 1) {
		doc.getMap('measures').set(`m${index}`, new Y.Map([['title', `Measure ${index}`]]));
	}
	const update = Y.encodeStateAsUpdate(doc);
	for (let number = 0; number < workshops; number += 1) {
		const room = `${workshopName(number)}/board`;
		await store.append([{ room, memberId: null, update, newClients: [doc.clientID] }]);
	}
	await store.close();
}
