import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { halls } from './support/cleanup.ts';
import type { Hall } from './support/hall.ts';
import { handmade, map } from './support/handmade.ts';
import { addMeasure, measuresIn } from './support/measures.ts';
import { RawClient } from './support/raw-client.ts';
import { UnsteadyStore } from './support/unsteady-store.ts';
import { until } from './support/until.ts';

const { open, later } = halls();

async function enter(hall: Hall, room = 'board'): Promise<RawClient> {
	const client = await RawClient.synced(hall, await hall.join('participant'), { room });
	later(() => client.leave());
	return client;
}

test('a change of the server is durable and shown when it is done', async () => {
	const hall = await open();
	const ann = await enter(hall, 'session');
	await hall.hub.change(hall.workshopId, 'session', null, (doc) => {
		doc.getMap('state').set('phase', 'goal');
		doc.getMap('state').set('phase', 'facts');
	});
	await until(() => ann.doc.getMap('state').get('phase') === 'facts', 'Ann sees it');
	const phase = (doc: Y.Doc) => doc.getMap('state').get('phase');
	expect(await hall.hub.read(hall.workshopId, 'session', phase)).toBe('facts');
	const { updates } = await hall.store.loadRoom(`${hall.workshopId}/session`);
	const doc = new Y.Doc();
	for (const update of updates) Y.applyUpdate(doc, update);
	expect(phase(doc)).toBe('facts');
});

test('a change is not readable before it is on disk', async () => {
	const store = new UnsteadyStore();
	const hall = await open({ between: store.between });
	store.hold('append');
	const change = hall.hub.change(hall.workshopId, 'board', null, (doc) => addMeasure(doc, 'm1'));
	await until(() => store.appends === 1, 'it is on its way to disk');
	expect(await hall.hub.read(hall.workshopId, 'board', measuresIn)).toEqual([]);
	store.release();
	await change;
	expect(await hall.hub.read(hall.workshopId, 'board', measuresIn)).toEqual(['m1']);
});

test('changes and edits at the same moment see each other in the order in which they came', async () => {
	const hall = await open({ limits: { shortestWindow: 50, longestWindow: 50 } });
	const ann = await enter(hall);
	const seen: string[][] = [];
	const changes = ['c1', 'c2', 'c3'].map((id) => {
		ann.edit((doc) => addMeasure(doc, `before-${id}`));
		return hall.hub.change(hall.workshopId, 'board', null, (doc) => {
			seen.push(measuresIn(doc).filter((measure) => measure.startsWith('c')));
			addMeasure(doc, id);
		});
	});
	await Promise.all(changes);
	expect(seen).toEqual([[], ['c1'], ['c1', 'c2']]);
	await until(() => ann.acks.at(-1) === 4, 'Ann’s edits are saved');
	await until(() => measuresIn(ann.doc).length === 6, 'Ann sees all');
	expect(await hall.hub.read(hall.workshopId, 'board', measuresIn)).toEqual(measuresIn(ann.doc));
});

test('a change that throws changes nothing, and the next one works', async () => {
	const hall = await open();
	const failing = hall.hub.change(hall.workshopId, 'board', null, (doc) => {
		addMeasure(doc, 'half');
		throw new Error('thought better of it');
	});
	await expect(failing).rejects.toThrow('thought better of it');
	await hall.hub.change(hall.workshopId, 'board', null, (doc) => addMeasure(doc, 'm1'));
	expect(await hall.hub.read(hall.workshopId, 'board', measuresIn)).toEqual(['m1']);
});

test('a change that changes nothing is not stored', async () => {
	const hall = await open();
	await hall.hub.change(hall.workshopId, 'board', null, () => undefined);
	expect((await hall.store.loadRoom(`${hall.workshopId}/board`)).sequence).toBe(0);
});

test('what the server writes is its own, whoever asked for it: nobody can go on in its name', async () => {
	const hall = await open();
	const guest = await hall.join('facilitator');
	await hall.hub.change(hall.workshopId, 'board', guest.memberId, (doc) => addMeasure(doc, 'm1'));
	const { clients } = await hall.store.loadRoom(`${hall.workshopId}/board`);
	expect([...clients.values()]).toEqual([null]);
	const [client = 0] = clients.keys();
	const asker = await RawClient.synced(hall, guest);
	const clock = Y.getState(asker.doc.store, client);
	asker.sendUpdate(
		handmade([{ client, clock, structs: [{ parent: 'measures', key: 'm2', content: map }] }])
	);
	expect(await asker.closed()).toBe(4403);
});

test('the server may write a whole workshop at once, larger than any frame', async () => {
	const hall = await open();
	const ann = await enter(hall);
	await hall.hub.change(hall.workshopId, 'board', null, (doc) => {
		for (let index = 0; index < 400; index += 1) addMeasure(doc, `m${index}`, 'x'.repeat(10_000));
	});
	await until(() => measuresIn(ann.doc).length === 400, 'Ann sees all of it');
	ann.edit((doc) => (doc.getMap('measures').get('m1') as Y.Map<unknown>).set('title', 'Mine'));
	await until(() => ann.acks.at(-1) === 2, 'Ann works on in it');
});
