import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { halls } from './support/cleanup.ts';
import { addMeasure, measuresIn } from './support/measures.ts';
import { RawClient } from './support/raw-client.ts';
import { UnsteadyStore } from './support/unsteady-store.ts';
import { until } from './support/until.ts';

const { open, later } = halls();

async function synced(...parts: Parameters<typeof RawClient.synced>): Promise<RawClient> {
	const client = await RawClient.synced(...parts);
	later(() => client.leave());
	return client;
}

async function stored(hall: Awaited<ReturnType<typeof open>>): Promise<Y.Doc> {
	const { state, updates } = await hall.store.loadRoom(`${hall.workshopId}/board`);
	const doc = new Y.Doc();
	for (const update of [...(state ? [state] : []), ...updates]) Y.applyUpdate(doc, update);
	return doc;
}

test('nothing is shown, given to who joins, read or acknowledged before it is on disk', async () => {
	const store = new UnsteadyStore();
	const hall = await open({ between: store.between });
	const guest = await hall.join('participant');
	const ann = await synced(hall, guest);
	const bob = await synced(hall, await hall.join('participant'));
	await until(() => ann.acks.length > 0, 'the empty step 2 is acknowledged');
	store.hold('append');
	ann.edit((doc) => addMeasure(doc, 'm1'));
	await until(() => store.appends === 1, 'the edit is on its way to disk');
	const late = await synced(hall, await hall.join('observer'));
	expect(measuresIn(late.doc)).toEqual([]);
	expect(measuresIn(bob.doc)).toEqual([]);
	expect(await hall.hub.read(hall.workshopId, 'board', measuresIn)).toEqual([]);
	expect(ann.acks).toEqual([1]);
	store.release();
	await until(() => measuresIn(bob.doc).length === 1, 'Bob sees it');
	await until(() => measuresIn(late.doc).length === 1, 'who joined in between sees it');
	await until(() => ann.acks.length === 2, 'it is acknowledged');
	expect(measuresIn(await stored(hall))).toEqual(['m1']);
});

test('acknowledgements count committed step-2 and update frames from the start', async () => {
	const hall = await open();
	const ann = await synced(hall, await hall.join('participant'));
	for (let index = 0; index < 25; index += 1) ann.edit((doc) => addMeasure(doc, `m${index}`));
	ann.sendUpdate(Uint8Array.of(0, 0));
	await until(() => ann.acks.at(-1) === 27, 'step 2, 25 edits and one that changes nothing');
	expect(ann.acks).toEqual([...ann.acks].sort((a, b) => a - b));
	expect(measuresIn(await stored(hall))).toHaveLength(25);
});

test('who does not ask for acknowledgements gets none', async () => {
	const hall = await open();
	const ann = await synced(hall, await hall.join('participant'), { query: '' });
	const bob = await synced(hall, await hall.join('participant'));
	ann.edit((doc) => addMeasure(doc, 'm1'));
	await until(() => measuresIn(bob.doc).length === 1, 'Bob sees it');
	expect(ann.acks).toEqual([]);
});

test('the edits of one batch are shown as one update', async () => {
	const hall = await open({ limits: { shortestWindow: 100, longestWindow: 100 } });
	const bob = await synced(hall, await hall.join('participant'));
	const before = bob.updates.length;
	const writers: RawClient[] = [];
	for (let index = 0; index < 5; index += 1) {
		writers.push(await synced(hall, await hall.join('participant')));
	}
	await until(() => writers.every(({ acks }) => acks.length === 1), 'all are in');
	writers.forEach((writer, index) => writer.edit((doc) => addMeasure(doc, `m${index}`)));
	await until(() => measuresIn(bob.doc).length === 5, 'Bob sees all');
	expect(bob.updates.length - before).toBe(1);
});

test('a store that fails for a moment costs nothing but time', async () => {
	const store = new UnsteadyStore();
	const hall = await open({ between: store.between });
	const ann = await synced(hall, await hall.join('participant'));
	const bob = await synced(hall, await hall.join('participant'));
	await until(() => ann.acks.length === 1, 'step 2 is acknowledged');
	store.failing = true;
	ann.edit((doc) => addMeasure(doc, 'm1'));
	await until(() => hall.hub.figures().storeFailures > 1, 'it is tried again');
	expect([ann.acks, measuresIn(bob.doc)]).toEqual([[1], []]);
	store.failing = false;
	await until(() => ann.acks.at(-1) === 2, 'it is acknowledged');
	await until(() => measuresIn(bob.doc).length === 1, 'Bob sees it');
	expect(ann.closeCode).toBeUndefined();
});

test('a store that keeps failing sends everybody away to come back later, and nothing is lost', async () => {
	const store = new UnsteadyStore();
	const hall = await open({ between: store.between, limits: { storePatience: 150 } });
	const guest = await hall.join('participant');
	const ann = await synced(hall, guest);
	const bob = await synced(hall, await hall.join('participant'));
	await until(() => ann.acks.length === 1, 'step 2 is acknowledged');
	store.failing = true;
	ann.edit((doc) => addMeasure(doc, 'm1'));
	const change = hall.hub.change(hall.workshopId, 'board', null, (doc) => addMeasure(doc, 'm2'));
	await expect(change).rejects.toThrow('not saved');
	expect([await ann.closed(), await bob.closed()]).toEqual([4500, 4500]);
	const early = new RawClient(hall, guest);
	expect(await early.closed()).toBe(4500);
	await expect(hall.hub.read(hall.workshopId, 'board', measuresIn)).rejects.toThrow('not saved');
	expect([ann.acks, measuresIn(bob.doc), hall.hub.figures().storeDown]).toEqual([[1], [], true]);

	store.failing = false;
	await until(() => !hall.hub.figures().storeDown, 'the store is found to work again');
	const back = await RawClient.open(hall, guest);
	later(() => back.leave());
	back.sendStepTwo(Y.encodeStateAsUpdate(ann.doc));
	await until(() => back.acks.length === 1, 'what was kept is acknowledged now');
	expect(measuresIn(await stored(hall))).toEqual(['m1']);
});

test('a workshop that was deleted meanwhile does not keep others from being saved', async () => {
	const hall = await open({ limits: { shortestWindow: 60, longestWindow: 60 } });
	const ann = await synced(hall, await hall.join('participant'));
	await until(() => ann.acks.length === 1, 'step 2 is acknowledged');
	const gone = hall.hub.change('gonegonegonegone', 'board', null, (doc) => addMeasure(doc, 'm2'));
	ann.edit((doc) => addMeasure(doc, 'm1'));
	await expect(gone).rejects.toThrow('not saved');
	await until(() => ann.acks.at(-1) === 2, 'Ann is saved');
	expect(ann.closeCode).toBeUndefined();
});

test('stopping makes durable what came in, and tells everybody to come back later', async () => {
	const hall = await open({ limits: { shortestWindow: 300, longestWindow: 300 } });
	const ann = await synced(hall, await hall.join('participant'));
	await until(() => ann.acks.length === 1, 'step 2 is acknowledged');
	ann.edit((doc) => addMeasure(doc, 'm1'));
	await until(() => ann.socket.bufferedAmount === 0, 'the edit has left');
	ann.sendStepOne();
	await until(() => ann.stepTwos === 2, 'the edit has arrived');
	await hall.hub.stop();
	expect(await ann.closed()).toBe(4500);
	expect(ann.acks).toEqual([1, 2]);
	expect(measuresIn(await stored(hall))).toEqual(['m1']);
	const late = new RawClient(hall, await hall.join('participant'));
	expect(await late.closed()).toBe(4500);
	const change = hall.hub.change(hall.workshopId, 'board', null, (doc) => addMeasure(doc, 'm2'));
	await expect(change).rejects.toThrow('not saved');
});
