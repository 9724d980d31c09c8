import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Role } from '#lib/domain/role.ts';
import { halls } from './support/cleanup.ts';
import { content, handmade, single } from './support/handmade.ts';
import type { Hall } from './support/hall.ts';
import { addMeasure, measuresIn } from './support/measures.ts';
import { RawClient } from './support/raw-client.ts';
import { seeded } from './support/seeded.ts';
import { until } from './support/until.ts';

const { open, later } = halls();

async function enter(hall: Hall, role: Role = 'participant', room = 'board'): Promise<RawClient> {
	const client = await RawClient.synced(hall, await hall.join(role), { room });
	later(() => client.leave());
	return client;
}

const title = { parent: 'workshop', key: 'title' };

describe('a frame that is not let in closes its sender with a code, and nobody sees any of it', () => {
	const frames: [string, number, string, (client: RawClient) => void][] = [
		['an unknown root', 4400, 'root', (c) => c.edit((doc) => doc.getMap('other').set('a', 1))],
		['an unknown field', 4400, 'field', (c) => c.edit((doc) => doc.getMap('workshop').set('a', 1))],
		['a wrong type', 4400, 'type', (c) => c.edit((doc) => doc.getMap('workshop').set('title', 1))],
		[
			'something without a key',
			4400,
			'field',
			(c) => c.edit((doc) => doc.getArray('measures').push([[1]]))
		],
		[
			'a V2 update',
			4400,
			'trailing',
			(c) => c.sendUpdate(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
		],
		['bytes after the update', 4400, 'trailing', (c) => c.sendUpdate(Uint8Array.of(0, 0, 9))],
		['bytes after the message', 4400, 'trailing', (c) => c.send(0, 2, Uint8Array.of(0, 0), 9)],
		['a message of an unknown kind', 4400, 'message', (c) => c.send(9)],
		['a sync message of an unknown kind', 4400, 'message', (c) => c.send(0, 9, Uint8Array.of())],
		['an empty message', 4400, 'truncated', (c) => c.socket.send(Buffer.alloc(0))],
		['text', 4400, 'text', (c) => c.socket.send('hello')],
		['a broken state vector', 4400, 'state-vector', (c) => c.send(0, 0, Uint8Array.of(5, 1))],
		[
			'a gap',
			4400,
			'gap',
			(c) => c.sendUpdate(single({ origin: [9, 9], content: content.values(1) }))
		],
		['an update over 256 KiB', 4413, 'size', (c) => c.sendUpdate(new Uint8Array(257 * 1024))],
		['awareness over 256 KiB', 4413, 'size', (c) => c.send(1, new Uint8Array(257 * 1024))],
		[
			'a step 2 over 4 MiB',
			4413,
			'socket',
			(c) => c.sendStepTwo(new Uint8Array(4 * 1024 * 1024 + 100))
		],
		['broken awareness', 4400, 'count', (c) => c.send(1, Uint8Array.of(9, 1))]
	];

	test.each(frames)('%s: %i (%s)', async (_, code, rule, send) => {
		const hall = await open();
		const [bad, good] = [await enter(hall), await enter(hall)];
		const before = good.updates.length;
		send(bad);
		expect(await bad.closed()).toBe(code);
		expect(hall.hub.figures().refusals).toEqual({ [rule]: 1 });
		good.edit((doc) => addMeasure(doc, 'm1'));
		await until(() => good.acks.at(-1) === 2, 'the others go on');
		expect(good.updates.length).toBe(before);
		const roots = (doc: Y.Doc) => JSON.stringify([doc.getMap('workshop'), doc.share.has('other')]);
		expect(await hall.hub.read(hall.workshopId, 'board', roots)).toBe('[{},false]');
	});

	test('whatever bytes come, the server stays and the document is untouched', async () => {
		const hall = await open({ limits: { messageBurst: 1e6, awarenessBurst: 1e6 } });
		const guest = await hall.join('participant');
		const good = await enter(hall);
		const draw = seeded(5);
		for (let round = 0; round < 150; round += 1) {
			const bad = await RawClient.open(hall, guest);
			for (let frame = 0; frame < 20; frame += 1) {
				const bytes = Buffer.from(Array.from({ length: draw.below(40) }, () => draw.below(256)));
				// The first two bytes are often right, so that the rest is looked at.
				if (draw.below(4) > 0) bytes.set([draw.below(2), draw.below(3)].slice(0, bytes.length));
				bad.socket.send(bytes);
			}
			await bad.closed();
			expect(String(bad.closeCode)).toMatch(/^44(00|13|29)$/);
		}
		good.edit((doc) => addMeasure(doc, 'm1'));
		await until(() => good.acks.at(-1) === 2, 'the others go on');
		expect(await hall.hub.read(hall.workshopId, 'board', measuresIn)).toEqual(['m1']);
	});

	test('a frame that breaks the WebSocket protocol is malformed as well', async () => {
		const hall = await open();
		const bad = await enter(hall);
		const { _socket: stream } = bad.socket as unknown as { _socket: NodeJS.WritableStream };
		stream.write(Buffer.from([0xf2, 0x80, 0, 0, 0, 0]));
		expect(await bad.closed()).toBe(4400);
	});
});

describe('who may not write', () => {
	const readers: [Role, string][] = [
		['observer', 'board'],
		['critic', 'board'],
		['facilitator', 'session'],
		['participant', 'session']
	];

	test.each(readers)(
		'a %s on the %s is closed with 4403 by any hand-made frame',
		async (role, room) => {
			const hall = await open();
			const frames = [
				single({ ...title, content: content.values('mine') }),
				single({ content: content.collected(1) }),
				handmade([], { 9: [[0, 1]] })
			];
			for (const frame of frames) {
				for (const kind of [1, 2]) {
					const client = await enter(hall, role, room);
					client.send(0, kind, frame);
					expect(await client.closed()).toBe(4403);
				}
			}
			expect(hall.hub.figures().edits).toBe(0);
		}
	);
});

test('somebody else’s client id is refused with 4403, also after a restart', async () => {
	const first = await open();
	const ann = await enter(first);
	ann.edit((doc) => addMeasure(doc, 'm1'));
	await until(() => ann.acks.at(-1) === 2, 'the edit is saved');
	const forged = handmade([
		{
			client: ann.doc.clientID,
			clock: Y.getState(ann.doc.store, ann.doc.clientID),
			structs: [{ ...title, content: content.values('forged') }]
		}
	]);
	const bob = await enter(first);
	bob.sendUpdate(forged);
	expect(await bob.closed()).toBe(4403);

	await first.close({ keep: true });
	const second = await open({ directory: first.directory });
	const eve = await enter(second);
	eve.sendUpdate(forged);
	expect(await eve.closed()).toBe(4403);
});

describe('edits that miss something', () => {
	test('wait for the step 2 of their connection, and are counted in order', async () => {
		const hall = await open();
		const ann = await RawClient.open(hall, await hall.join('participant'));
		later(() => ann.leave());
		const offline = ann.write((doc) => addMeasure(doc, 'm1'));
		ann.edit((doc) => addMeasure(doc, 'm2'));
		ann.edit((doc) => addMeasure(doc, 'm3'));
		ann.sendStepOne();
		await until(() => ann.stepTwos === 1, 'the server has heard them');
		expect([ann.acks, ann.closeCode]).toEqual([[], undefined]);
		ann.sendStepTwo(offline);
		await until(() => ann.acks.at(-1) === 3, 'all three frames are committed');
		expect(ann.acks).toEqual([3]);
		expect(await hall.hub.read(hall.workshopId, 'board', measuresIn)).toEqual(['m1', 'm2', 'm3']);
	});

	test('are refused when their step 2 did not bring it', async () => {
		const hall = await open();
		const ann = await RawClient.open(hall, await hall.join('participant'));
		ann.write((doc) => addMeasure(doc, 'm1'));
		ann.edit((doc) => addMeasure(doc, 'm2'));
		ann.sendStepTwo(Uint8Array.of(0, 0));
		expect(await ann.closed()).toBe(4400);
		expect(await hall.hub.read(hall.workshopId, 'board', measuresIn)).toEqual([]);
	});

	test('are refused when there are too many of them', async () => {
		const hall = await open({ limits: { mostHeld: 3 } });
		const ann = await RawClient.open(hall, await hall.join('participant'));
		ann.write((doc) => addMeasure(doc, 'm1'));
		for (const id of ['m2', 'm3', 'm4', 'm5']) ann.edit((doc) => addMeasure(doc, id));
		expect(await ann.closed()).toBe(4400);
		expect(hall.hub.figures().refusals).toEqual({ held: 1 });
	});
});

describe('too much', () => {
	test('a connection that sends faster than it may is closed with 4429', async () => {
		const hall = await open({ limits: { messagesPerSecond: 1, messageBurst: 10 } });
		const ann = await enter(hall);
		for (let index = 0; index < 12; index += 1) ann.edit((doc) => addMeasure(doc, `m${index}`));
		expect(await ann.closed()).toBe(4429);
	});

	test('a connection that asks for the document over and over is closed with 4429', async () => {
		const hall = await open({ limits: { stepOneBurst: 3 } });
		const ann = await enter(hall);
		for (let index = 0; index < 4; index += 1) ann.sendStepOne();
		expect(await ann.closed()).toBe(4429);
		expect(ann.stepTwos).toBe(3);
	});

	test('a room that gets more than it may takes it later, and sends away who overfills it', async () => {
		const hall = await open({ limits: { editsPerSecond: 20, editBurst: 5, longestQueue: 10 } });
		const ann = await enter(hall);
		await until(() => ann.acks.length === 1, 'step 2 is acknowledged');
		for (let index = 0; index < 8; index += 1) ann.edit((doc) => addMeasure(doc, `m${index}`));
		await until(() => (ann.acks.at(-1) ?? 0) > 1, 'the first ones are taken');
		expect(ann.acks.at(-1)).toBeLessThan(9);
		await until(() => ann.acks.at(-1) === 9, 'the others follow');
		for (let index = 0; index < 20; index += 1) ann.edit((doc) => addMeasure(doc, `n${index}`));
		expect(await ann.closed()).toBe(4500);
	});

	test('a document that is full takes no more, but can be made smaller', async () => {
		const hall = await open({ limits: { largestDocument: 2_000 } });
		const ann = await enter(hall);
		ann.edit((doc) => addMeasure(doc, 'm1', 'x'.repeat(1_500)));
		await until(() => ann.acks.at(-1) === 2, 'it fits');
		const bob = await enter(hall);
		bob.edit((doc) => addMeasure(doc, 'm2', 'x'.repeat(1_500)));
		expect(await bob.closed()).toBe(4413);
		ann.edit((doc) => doc.getMap('measures').delete('m1'));
		await until(() => ann.acks.at(-1) === 3, 'a deletion is taken');
	});
});
