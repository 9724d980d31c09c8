import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Hall } from './support/hall.ts';
import { RawClient } from './support/raw-client.ts';
import { stockClient } from './support/stock-client.ts';
import { until } from './support/until.ts';

const open: (() => unknown)[] = [];

afterEach(async () => {
	for (const close of open.splice(0).reverse()) await close();
});

async function openHall(...options: Parameters<typeof Hall.open>): Promise<Hall> {
	const hall = await Hall.open(...options);
	open.push(() => hall.close());
	return hall;
}

function enter(...parts: Parameters<typeof stockClient>): ReturnType<typeof stockClient> {
	const client = stockClient(...parts);
	open.push(() => client.leave());
	return client;
}

function addMeasure(doc: Y.Doc, id: string): void {
	const record = new Y.Map<unknown>();
	record.set('id', id);
	record.set('title', `Measure ${id}`);
	doc.getMap('measures').set(id, record);
}

function measures(doc: Y.Doc): string[] {
	return [...doc.getMap('measures').keys()].sort();
}

test('an unmodified y-websocket client with a cookie and an Origin joins and edits', async () => {
	const hall = await openHall();
	const ann = enter(hall, await hall.join('participant'));
	const bob = enter(hall, await hall.join('facilitator'));
	await Promise.all([ann.synced(), bob.synced()]);
	addMeasure(ann.doc, 'caretaker');
	addMeasure(bob.doc, 'bench');
	await until(() => measures(ann.doc).length === 2, 'Ann sees both');
	await until(() => measures(bob.doc).length === 2, 'Bob sees both');
	expect(measures(ann.doc)).toEqual(measures(bob.doc));
});

test('what was written offline arrives once, in one go, when the client comes back', async () => {
	const hall = await openHall();
	const guest = await hall.join('participant');
	const ann = enter(hall, guest);
	await ann.synced();
	ann.provider.disconnect();
	for (let index = 0; index < 50; index += 1) addMeasure(ann.doc, `m${index}`);
	ann.provider.connect();
	// Typed at the very moment the socket opens, before anything offline was asked for.
	await until(() => ann.provider.wsconnected, 'the socket opens');
	addMeasure(ann.doc, 'late');
	await ann.synced();
	const bob = enter(hall, await hall.join('participant'));
	await bob.synced();
	await until(() => measures(bob.doc).length === 51, 'Bob sees all of it');
	expect(ann.gaveUpWith()).toBeUndefined();
});

test('a client that reconnects after a restart has everything, and so has the server', async () => {
	const before = await Hall.open();
	const guest = await before.join('participant');
	const doc = new Y.Doc();
	const first = stockClient(before, guest, doc);
	await first.synced();
	addMeasure(doc, 'kept');
	await until(() => before.hub.figures().edits > 0, 'the edit is committed');
	first.provider.destroy();
	addMeasure(doc, 'offline');
	await before.close({ keep: true });

	const after = await openHall({ directory: before.directory });
	const headers = { ...guest.headers, Origin: `http://${after.host}` };
	enter(after, { ...guest, headers }, doc);
	const other = enter(after, await after.join('observer'));
	await until(() => measures(other.doc).length === 2, 'both measures are there');
});

test('a stock client of an observer reads along and is not refused for what it always sends', async () => {
	const hall = await openHall();
	const writer = enter(hall, await hall.join('participant'));
	await writer.synced();
	addMeasure(writer.doc, 'one');
	addMeasure(writer.doc, 'two');
	writer.doc.getMap('measures').delete('one');
	const doc = new Y.Doc();
	const observer = enter(hall, await hall.join('observer'), doc);
	await until(() => measures(doc).join() === 'two', 'the observer sees what is there');
	observer.provider.disconnect();
	observer.provider.connect();
	await observer.synced();
	addMeasure(writer.doc, 'three');
	await until(() => measures(doc).length === 2, 'the observer goes on seeing');
	expect(observer.gaveUpWith()).toBeUndefined();
});

test('a stock client of an observer that writes anyway is closed for good, and nobody sees it', async () => {
	const hall = await openHall();
	const writer = enter(hall, await hall.join('participant'));
	const observer = enter(hall, await hall.join('observer'));
	await Promise.all([writer.synced(), observer.synced()]);
	addMeasure(observer.doc, 'forbidden');
	await until(() => observer.gaveUpWith() === 4403, 'the observer is closed');
	addMeasure(writer.doc, 'allowed');
	await until(() => hall.hub.figures().edits > 0, 'the writer goes on');
	const documented = await hall.hub.read(hall.workshopId, 'board', measures);
	expect(documented).toEqual(['allowed']);
});

test('twenty stock clients that see each other move do not make each other louder', async () => {
	const hall = await openHall();
	const clients: ReturnType<typeof stockClient>[] = [];
	for (let index = 0; index < 20; index += 1) {
		clients.push(enter(hall, await hall.join('participant', `Person ${index}`)));
	}
	await Promise.all(clients.map((client) => client.synced()));
	const watcher = await RawClient.synced(hall, await hall.join('observer'));
	open.push(() => watcher.leave());
	for (const { provider } of clients) {
		provider.awareness.setLocalStateField('editing', { kind: 'measure', id: 'm1', field: 'title' });
	}
	const allMoved = () =>
		clients
			.map(({ provider }) =>
				[...provider.awareness.states.values()].filter((state) => state.editing?.id === 'm1')
			)
			.every((states) => states.length === 20);
	await until(allMoved, 'everybody sees everybody move');
	// Every client sends back all it hears: 20 moves would make 400 messages out of 20.
	expect(watcher.awareness.length).toBeLessThan(40);
	expect(clients.every((client) => client.gaveUpWith() === undefined)).toBe(true);
});
