import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { halls } from './support/cleanup.ts';
import type { Hall } from './support/hall.ts';
import { addMeasure, measuresIn } from './support/measures.ts';
import { RawClient } from './support/raw-client.ts';
import { until } from './support/until.ts';

const { open, later } = halls();

async function versionsOf(hall: Hall): Promise<string[][]> {
	const room = `${hall.workshopId}/board`;
	const versions = await hall.store.listVersions(room);
	return Promise.all(
		versions.map(async ({ id, label }) => {
			const doc = new Y.Doc();
			Y.applyUpdate(doc, (await hall.store.loadVersion(room, id))!.state);
			return [label, ...measuresIn(doc)];
		})
	);
}

async function enter(hall: Hall): Promise<RawClient> {
	const client = await RawClient.synced(hall, await hall.join('participant'));
	later(() => client.leave());
	return client;
}

test('a board that people have been changing for a while is kept as a version by itself', async () => {
	const hall = await open({ limits: { sweepEvery: 20, versionEvery: 100 } });
	const ann = await enter(hall);
	ann.edit((doc) => addMeasure(doc, 'm1'));
	await until(async () => (await versionsOf(hall)).length === 1, 'the first version is kept');
	expect(await versionsOf(hall)).toEqual([['automatic', 'm1']]);
	ann.edit((doc) => addMeasure(doc, 'm2'));
	await until(async () => (await versionsOf(hall)).length === 2, 'the second version is kept');
	expect(await versionsOf(hall)).toEqual([
		['automatic', 'm1', 'm2'],
		['automatic', 'm1']
	]);
});

test('a board is also kept when everybody has left, and not again as long as nothing changes', async () => {
	const hall = await open({ limits: { sweepEvery: 20, idleRounds: 2 } });
	const ann = await enter(hall);
	ann.edit((doc) => addMeasure(doc, 'm1'));
	await until(() => ann.acks.at(-1) === 2, 'it is saved');
	ann.leave();
	await until(async () => (await versionsOf(hall)).length === 1, 'a version is kept');
	const bob = await enter(hall);
	bob.leave();
	await until(() => hall.hub.figures().rooms === 0, 'the room is written away again');
	expect(await versionsOf(hall)).toEqual([['automatic', 'm1']]);
});

test('only so many versions that were kept by themselves stay', async () => {
	const hall = await open({ limits: { sweepEvery: 20, versionEvery: 1, versionsKept: 2 } });
	const ann = await enter(hall);
	for (const id of ['m1', 'm2', 'm3']) {
		ann.edit((doc) => addMeasure(doc, id));
		await until(
			async () => (await versionsOf(hall))[0]?.includes(id) === true,
			`a version with ${id} is kept`
		);
	}
	expect(await versionsOf(hall)).toHaveLength(2);
});
