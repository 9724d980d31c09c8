import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { applyUpdate } from 'yjs';
import { addMeasure, measuresIn } from '../server/rooms/support/measures.ts';
import { RawClient } from '../server/rooms/support/raw-client.ts';
import { until } from '../server/rooms/support/until.ts';
import { endRoomServers, startRoomServer, type RoomServer } from './forked-room.ts';
import { enterRoom, placeIn } from './room-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-reconnect-'));
const clients = 100;
const editsEach = 3;

/** Milliseconds in which everybody must have everything again. */
const mostToSync = 10_000;
/** Milliseconds before a crowded machine counts as a server that does not answer. */
const patience = 60_000;

afterAll(() => {
	endRoomServers();
	rmSync(directory, { recursive: true });
});

/** Comes back as a stock client does: asks what it misses, and says everything that it has. */
async function comeBack(server: RoomServer, name: string, earlier: RawClient): Promise<RawClient> {
	const client = new RawClient(...placeIn(server, 0, name));
	// What is on the device; the server sends nobody their own edits.
	applyUpdate(client.doc, earlier.everything());
	// Not asked for again and again: a hundred who do that keep the machine busy by themselves.
	await once(client.socket, 'message');
	client.sendStepOne();
	client.sendStepTwo(client.everything());
	return client;
}

test('a hundred clients that come back after a restart all have everything, nothing lost or doubled', async () => {
	const first = await startRoomServer({ directory, rounds: 1 });
	const names = Array.from({ length: clients }, (_, index) => `c${index}`);
	const entering = performance.now();
	const before = await Promise.all(names.map((name) => enterRoom(first, 0, name)));
	const entered = performance.now() - entering;
	const write = (edit: number) =>
		before.forEach((client, index) =>
			client.edit((doc) => addMeasure(doc, `${names[index]}-${edit}`))
		);
	write(0);
	await until(() => before.every(({ acks }) => (acks.at(-1) ?? 0) > 1), 'all is saved', patience);
	write(1);
	first.process.kill('SIGTERM');
	await once(first.process, 'exit');
	await Promise.all(before.map((client) => client.closed()));
	// Without a server: only with who wrote it.
	write(2);

	const second = await startRoomServer({ directory, rounds: 1 });
	const started = performance.now();
	const back = await Promise.all(
		names.map((name, index) => comeBack(second, name, before[index] as RawClient))
	);
	const all = clients * editsEach;
	const refused = () => back.flatMap(({ closeCode }) => closeCode ?? []);
	const haveAll = () => back.every(({ doc }) => doc.getMap('measures').size === all);
	await until(() => haveAll() || refused().length > 0, 'all have everything', patience);
	expect(refused()).toEqual([]);
	const took = performance.now() - started;
	console.info(
		`All ${clients} were up to date after ${Math.round(took)} ms; coming in took ${Math.round(entered)}.`
	);
	await until(() => back.every(({ acks }) => acks.at(-1) === 1), 'all is saved', patience);
	await Promise.all(back.map((client) => client.leave()));
	second.process.kill('SIGTERM');
	await once(second.process, 'exit');

	const third = await startRoomServer({ directory, rounds: 1 });
	const reader = await enterRoom(third, 0, 'reader');
	expect(new Set(measuresIn(reader.doc)).size).toBe(all);
	await reader.leave();
	third.process.kill('SIGKILL');
	// On a machine that others keep busy, coming in for the first time is slow as well.
	expect(took).toBeLessThan(Math.max(mostToSync, 10 * entered));
}, 180_000);
