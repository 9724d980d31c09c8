import { expect, test } from 'vitest';
import type { Role } from '#lib/domain/role.ts';
import { halls } from './support/cleanup.ts';
import type { Hall } from './support/hall.ts';
import { addMeasure } from './support/measures.ts';
import { RawClient } from './support/raw-client.ts';
import { until } from './support/until.ts';

const { open, later } = halls();

async function enter(hall: Hall, name: string, role: Role = 'participant'): Promise<RawClient> {
	const client = await RawClient.synced(hall, await hall.join(role, name));
	later(() => client.leave());
	return client;
}

/** The last state that a client heard under an id. */
function stateOf(client: RawClient, id: number): unknown {
	return client.awareness
		.flatMap(({ ids, states }) => ids.map((one, index) => ({ id: one, state: states[index] })))
		.findLast((heard) => heard.id === id)?.state;
}

const here = { cursor: null, editing: { kind: 'measure', id: 'm1', field: 'title' } };

test('a state reaches others with the name, role and colour that the server knows', async () => {
	const hall = await open();
	const [ann, bob] = [await enter(hall, 'Ann'), await enter(hall, 'Bob')];
	const pretended = { name: 'The mayor', role: 'facilitator', colour: 9 };
	ann.sendStates({ id: 5, clock: 1, state: { ...here, user: pretended, extra: 'x' } });
	await until(() => stateOf(bob, 5) !== undefined, 'Bob sees Ann');
	expect(stateOf(bob, 5)).toEqual({
		...here,
		user: { name: 'Ann', role: 'participant', colour: 1 }
	});
});

test('who comes in later hears who is here, also when asking', async () => {
	const hall = await open();
	const ann = await enter(hall, 'Ann');
	ann.sendStates({ id: 5, clock: 1, state: here });
	await until(() => stateOf(ann, 5) !== undefined, 'it is out');
	const bob = await enter(hall, 'Bob');
	await until(() => stateOf(bob, 5) !== undefined, 'Bob hears of Ann');
	const before = bob.awareness.length;
	bob.send(3);
	await until(() => bob.awareness.length > before, 'the question is answered');
});

test('who leaves is gone for the others', async () => {
	const hall = await open();
	const [ann, bob] = [await enter(hall, 'Ann'), await enter(hall, 'Bob')];
	ann.sendStates({ id: 5, clock: 1, state: here });
	await until(() => stateOf(bob, 5) !== undefined, 'Bob sees Ann');
	await ann.leave();
	await until(() => stateOf(bob, 5) === null, 'Ann is gone');
});

test('a state under somebody else’s id is not listened to, and closes nobody', async () => {
	const hall = await open();
	const [ann, bob] = [await enter(hall, 'Ann'), await enter(hall, 'Bob')];
	ann.sendStates({ id: 5, clock: 1, state: here });
	bob.sendStates({ id: 6, clock: 1, state: here });
	await until(() => stateOf(ann, 6) !== undefined, 'both are in');
	bob.sendStates(
		{ id: 5, clock: 9, state: null },
		{ id: 6, clock: 2, state: { ...here, editing: null } }
	);
	await until(() => (stateOf(ann, 6) as typeof here).editing === null, 'Bob moved');
	expect(stateOf(ann, 5)).toEqual(stateOf(bob, 5));
	expect(stateOf(ann, 5)).not.toBeNull();
	await ann.leave();
	await until(() => stateOf(bob, 5) === null, 'Ann is gone');
	const eve = await enter(hall, 'Eve');
	eve.sendStates({ id: 5, clock: 50, state: here });
	eve.sendStates({ id: 7, clock: 1, state: here });
	await until(() => stateOf(bob, 7) !== undefined, 'Eve is in under her own id');
	expect(stateOf(bob, 5)).toBeNull();
	expect(eve.closeCode).toBeUndefined();
});

test('an id that is somebody’s client id cannot be taken by another', async () => {
	const hall = await open();
	const [ann, bob] = [await enter(hall, 'Ann'), await enter(hall, 'Bob')];
	ann.edit((doc) => addMeasure(doc, 'm1'));
	await until(() => ann.acks.at(-1) === 2, 'Ann wrote');
	bob.sendStates({ id: ann.doc.clientID, clock: 1, state: here });
	bob.sendStates({ id: 6, clock: 1, state: here });
	await until(() => stateOf(ann, 6) !== undefined, 'Bob is in under his own id');
	expect(stateOf(ann, ann.doc.clientID)).toBeUndefined();
});

test('what is no state, or over 512 bytes, is left out', async () => {
	const hall = await open();
	const [ann, bob] = [await enter(hall, 'Ann'), await enter(hall, 'Bob')];
	ann.sendStates({ id: 4, clock: 1, state: { ...here, more: 'x'.repeat(600) } });
	// Who had a state under one id gets none under another.
	ann.sendStates({ id: 5, clock: 2, state: 'here' });
	ann.sendStates({ id: 5, clock: 3, state: [1] });
	ann.sendStates({ id: 5, clock: 4, state: { cursor: 'elsewhere', editing: { kind: 'x' } } });
	await until(() => stateOf(bob, 5) !== undefined, 'Bob sees Ann');
	expect(stateOf(bob, 5)).toMatchObject({ cursor: null, editing: null, user: { name: 'Ann' } });
	expect(ann.closeCode).toBeUndefined();
});

test('observers and critics show nothing of themselves', async () => {
	const hall = await open();
	const ann = await enter(hall, 'Ann');
	for (const role of ['observer', 'critic'] as const) {
		const reader = await enter(hall, role, role);
		reader.sendStates({ id: 8, clock: 1, state: here });
		reader.send(3);
		expect(reader.closeCode).toBeUndefined();
	}
	const bob = await enter(hall, 'Bob');
	bob.sendStates({ id: 6, clock: 1, state: here });
	await until(() => stateOf(ann, 6) !== undefined, 'Bob is seen');
	expect(stateOf(ann, 8)).toBeUndefined();
});

test('somebody who moves without end is thinned out to ten states a second, and stays in', async () => {
	const hall = await open({ limits: { awarenessPerSecond: 100, awarenessBurst: 100 } });
	const [ann, bob] = [await enter(hall, 'Ann'), await enter(hall, 'Bob')];
	const started = performance.now();
	for (let clock = 1; clock <= 100; clock += 1) {
		ann.sendStates({ id: 5, clock, state: { cursor: { anchor: clock, head: clock } } });
	}
	const arrived = () =>
		(stateOf(bob, 5) as { cursor?: { anchor: number } })?.cursor?.anchor === 100;
	await until(arrived, 'the last state arrives');
	const most = (performance.now() - started) / 100 + 2;
	expect(bob.awareness.length).toBeLessThanOrEqual(most);
	for (let clock = 101; clock <= 400; clock += 1) {
		ann.sendStates({ id: 5, clock, state: here });
	}
	await until(() => hall.hub.figures().awarenessDropped > 0, 'excess is dropped');
	ann.edit((doc) => addMeasure(doc, 'm1'));
	await until(() => ann.acks.at(-1) === 2, 'Ann is still in');
});

test('a client that reconnects is asked to renew a state that others saw end', async () => {
	const hall = await open();
	const bob = await enter(hall, 'Bob');
	const guest = await hall.join('participant', 'Ann');
	const first = await RawClient.synced(hall, guest);
	first.sendStates({ id: 5, clock: 3, state: here });
	await until(() => stateOf(bob, 5) !== undefined, 'Bob sees Ann');
	await first.leave();
	await until(() => stateOf(bob, 5) === null, 'Ann is gone');
	const again = await RawClient.synced(hall, guest);
	later(() => again.leave());
	again.sendStates({ id: 5, clock: 3, state: here });
	await until(() => stateOf(again, 5) === null, 'the server says that it is over');
	again.sendStates({ id: 5, clock: 4, state: here });
	await until(() => stateOf(bob, 5) !== null, 'Bob sees Ann again');
});

test('a silent room still hears something, so that clients do not hang up', async () => {
	const hall = await open({ limits: { sweepEvery: 20, quietRounds: 2 } });
	const ann = await enter(hall, 'Ann');
	await until(() => ann.awareness.some(({ ids }) => ids.length === 0), 'an empty frame comes');
});
