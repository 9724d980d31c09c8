import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { halls } from './support/cleanup.ts';
import type { Guest, Hall } from './support/hall.ts';
import { addMeasure, measuresIn } from './support/measures.ts';
import { RawClient } from './support/raw-client.ts';
import { SlowReader } from './support/slow-reader.ts';
import { UnsteadyStore } from './support/unsteady-store.ts';
import { until } from './support/until.ts';

const { open, later } = halls();

async function enter(hall: Hall, guest?: Guest): Promise<RawClient> {
	const client = await RawClient.synced(hall, guest ?? (await hall.join('participant')));
	later(() => client.leave());
	return client;
}

async function closeCodeOf(address: string, headers: Record<string, string>): Promise<number> {
	const socket = new WebSocket(address, { headers });
	const [code] = (await once(socket, 'close')) as [number];
	return code;
}

describe('coming in', () => {
	test('is refused with a code that tells a client not to come back', async () => {
		const hall = await open();
		const { headers } = await hall.join('participant');
		const board = `${hall.syncAddress}/board`;
		expect(await closeCodeOf(board, { Origin: headers.Origin })).toBe(4401);
		expect(await closeCodeOf(board, { Cookie: headers.Cookie })).toBe(4403);
		expect(await closeCodeOf(board, { ...headers, Origin: 'http://evil.example' })).toBe(4403);
		for (const path of ['/secret', '/board/more', '/', '']) {
			expect(await closeCodeOf(`${hall.syncAddress}${path}`, headers)).toBe(4403);
		}
		const elsewhere = board.replace(hall.workshopId, 'anotherworkshop1');
		expect(await closeCodeOf(elsewhere, headers)).toBe(4403);
		expect(await closeCodeOf(`${board}?${'x'.repeat(2_000)}`, headers)).toBe(4403);
		expect(hall.hub.figures().connections).toBe(0);
	});

	test('anywhere else than in a room gets a plain 404', async () => {
		const hall = await open();
		const socket = new WebSocket(`ws://${hall.host}/other`);
		const [, response] = (await once(socket, 'unexpected-response')) as [
			unknown,
			{ statusCode: number }
		];
		expect(response.statusCode).toBe(404);
		socket.on('error', () => undefined).terminate();
	});

	test('with a broken handshake, or gone before it is answered, leaves nothing behind', async () => {
		const hall = await open();
		const [host, port] = hall.host.split(':');
		const upgrade = `GET /sync/${hall.workshopId}/board HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: `;
		for (const end of ['other\r\n\r\n', 'websocket\r\nSec-WebSocket-Key: short\r\n\r\n']) {
			const stream = connect({ host, port: Number(port) });
			stream.on('error', () => undefined);
			stream.write(upgrade + end);
			await once(stream.resume(), 'close');
		}
		const { headers } = await hall.join('participant');
		for (let index = 0; index < 20; index += 1) {
			const socket = new WebSocket(`${hall.syncAddress}/board`, { headers });
			socket.on('error', () => undefined);
			await once(socket, 'open');
			socket.terminate();
		}
		await until(() => hall.hub.figures().connections === 0, 'all are forgotten');
	});

	test('waits for the document: what is sent while it loads is done afterwards, in order', async () => {
		const store = new UnsteadyStore();
		const hall = await open({ between: store.between });
		store.hold('loadRoom');
		const [guest, other] = [await hall.join('participant'), await hall.join('participant')];
		const ann = new RawClient(hall, guest);
		const bob = new RawClient(hall, other);
		later(() => Promise.all([ann.leave(), bob.leave()]));
		await Promise.all([once(ann.socket, 'open'), once(bob.socket, 'open')]);
		ann.sendStepOne();
		ann.sendStepTwo(Uint8Array.of(0, 0));
		ann.edit((doc) => addMeasure(doc, 'm1'));
		for (let index = 2; index < 90; index += 1) {
			ann.edit((doc) => addMeasure(doc, `m${index}`, 'x'.repeat(15_000)));
		}
		bob.sendStepOne();
		expect([ann.stepOnes, ann.stepTwos, ann.acks.length, bob.stepTwos]).toEqual([0, 0, 0, 0]);
		store.release();
		await until(() => ann.acks.at(-1) === 90, 'everything is committed');
		await until(() => measuresIn(bob.doc).length === 89, 'Bob sees it all');
		expect(hall.hub.figures().rooms).toBe(1);
	});

	test('hears no changes before it has asked for the document', async () => {
		const hall = await open();
		const silent = await RawClient.open(hall, await hall.join('observer'));
		later(() => silent.leave());
		const ann = await enter(hall);
		ann.edit((doc) => addMeasure(doc, 'm1'));
		await until(() => ann.acks.at(-1) === 2, 'it is committed');
		silent.sendStepOne();
		await until(() => silent.stepTwos === 1, 'the document comes');
		expect(silent.updates).toHaveLength(1);
		expect(measuresIn(silent.doc)).toEqual(['m1']);
	});

	test('to a room that cannot be read is put off, and does not harm the server', async () => {
		const store = new UnsteadyStore();
		const hall = await open({
			between: (real) => ({
				...store.between(real),
				loadRoom: async () => {
					throw new Error('damaged');
				}
			})
		});
		const ann = new RawClient(hall, await hall.join('participant'));
		expect(await ann.closed()).toBe(4500);
	});
});

describe('being put out', () => {
	test('closes the sockets of those members within a second, and nobody else’s', async () => {
		const hall = await open();
		const guest = await hall.join('participant');
		const [ann, bob] = [await enter(hall, guest), await enter(hall)];
		const started = performance.now();
		hall.hub.closeMembers(hall.workshopId, ({ id }) => id === guest.memberId, 4401);
		hall.hub.closeMembers('anotherworkshop1', () => true, 4401);
		ann.edit((doc) => addMeasure(doc, 'late'));
		expect(await ann.closed()).toBe(4401);
		expect(performance.now() - started).toBeLessThan(1_000);
		bob.edit((doc) => addMeasure(doc, 'm1'));
		await until(() => bob.acks.at(-1) === 2, 'Bob goes on');
		expect(await hall.hub.read(hall.workshopId, 'board', measuresIn)).toEqual(['m1']);
	});

	test('also reaches who is just coming in', async () => {
		const store = new UnsteadyStore();
		const hall = await open({ between: store.between });
		store.hold('loadRoom');
		const guest = await hall.join('participant');
		const ann = new RawClient(hall, guest);
		await once(ann.socket, 'open');
		await hall.store.removeMember(hall.workshopId, guest.memberId);
		hall.hub.closeMembers(hall.workshopId, ({ id }) => id === guest.memberId, 4401);
		store.release();
		expect(await ann.closed()).toBe(4401);
	});

	test('works on somebody who does not read', async () => {
		const hall = await open();
		const guest = await hall.join('participant');
		const slow = new SlowReader(hall, guest);
		later(() => slow.leave());
		await until(() => slow.updates === 1, 'it is in');
		slow.stopReading();
		hall.hub.closeMembers(hall.workshopId, ({ id }) => id === guest.memberId, 4401);
		await until(() => hall.hub.figures().connections === 0, 'its socket is gone', 2_000);
	});
});

describe('a slow reader', () => {
	const largeTitles = (client: RawClient, count: number) => {
		for (let index = 0; index < count; index += 1) {
			client.edit((doc) => addMeasure(doc, `m${client.doc.clientID}-${index}`, 'x'.repeat(16_000)));
		}
	};

	test('is skipped, and gets what it missed in one go when it reads again', async () => {
		const hall = await open({ limits: { slowReader: 100_000, messageBurst: 2_000 } });
		const slow = new SlowReader(hall, await hall.join('observer'));
		later(() => slow.leave());
		await until(() => slow.updates === 1, 'it is in');
		slow.stopReading();
		const ann = await enter(hall);
		for (let round = 1; round <= 8; round += 1) {
			largeTitles(ann, 100);
			await until(() => ann.acks.at(-1) === 1 + round * 100, 'Ann is not kept waiting');
		}
		ann.edit((doc) => doc.getMap('measures').clear());
		await until(() => ann.acks.at(-1) === 802, 'all is deleted');
		ann.edit((doc) => addMeasure(doc, 'last'));
		slow.readOn();
		await until(() => measuresIn(slow.doc).join() === 'last', 'it is up to date');
		expect(hall.hub.figures().caughtUp).toBe(1);
		expect(slow.doc.store.pendingStructs).toBeNull();
		const everything = await hall.hub.read(hall.workshopId, 'board', Y.encodeStateAsUpdate);
		expect(Y.encodeStateAsUpdate(slow.doc)).toEqual(everything);
	});

	test('that takes nothing for long is let go', async () => {
		const hall = await open({
			limits: {
				slowReader: 50_000,
				messageBurst: 2_000,
				sweepEvery: 30,
				stuckRounds: 3,
				deadRounds: 1e6
			}
		});
		const slow = new SlowReader(hall, await hall.join('observer'));
		later(() => slow.leave());
		await until(() => slow.updates === 1, 'it is in');
		slow.stopReading();
		const ann = await enter(hall);
		largeTitles(ann, 1_000);
		await until(() => hall.hub.figures().connections === 1, 'only Ann is left');
	});
});

test('a socket at whose other end nobody is, is asked and let go', async () => {
	const hall = await open({ limits: { sweepEvery: 20, pingRounds: 2, deadRounds: 10 } });
	const { headers } = await hall.join('observer');
	const address = `${hall.syncAddress}/board`;
	const dead = new WebSocket(address, { headers, autoPong: false });
	const alive = new WebSocket(address, { headers });
	later(() => [dead, alive].forEach((socket) => socket.terminate()));
	let [pings, asked] = [0, 0];
	dead.on('ping', () => (asked += 1));
	alive.on('ping', () => (pings += 1));
	await once(dead, 'close');
	expect(asked).toBeGreaterThan(0);
	const before = pings;
	await until(() => pings > before + 3, 'the other one is asked on');
	expect(alive.readyState).toBe(WebSocket.OPEN);
});

describe('a room that nobody is in', () => {
	test('is written away as its document, and comes back the same', async () => {
		const hall = await open({ limits: { sweepEvery: 20, idleRounds: 2 } });
		const ann = await enter(hall);
		for (let index = 0; index < 30; index += 1) ann.edit((doc) => addMeasure(doc, `m${index}`));
		ann.edit((doc) => doc.getMap('measures').delete('m7'));
		await until(() => ann.acks.at(-1) === 32, 'all is saved');
		const before = await hall.hub.read(hall.workshopId, 'board', Y.encodeStateAsUpdate);
		await ann.leave();
		await until(() => hall.hub.figures().rooms === 0, 'the room is out of memory');
		const stored = await hall.store.loadRoom(`${hall.workshopId}/board`);
		expect([stored.updates.length, stored.sequence]).toEqual([0, 31]);
		expect(stored.state).toEqual(before);
		const bob = await enter(hall);
		expect(measuresIn(bob.doc)).toHaveLength(29);
		bob.edit((doc) => addMeasure(doc, 'more'));
		await until(() => bob.acks.at(-1) === 2, 'it goes on');
	});

	test('stays while somebody is in it', async () => {
		const hall = await open({ limits: { sweepEvery: 10, idleRounds: 1 } });
		const ann = await enter(hall);
		const { awareness } = ann;
		await until(() => awareness.length > 2, 'several rounds have passed');
		expect(hall.hub.figures().rooms).toBe(1);
	});
});

test('a long log is compacted while people work, and nothing is lost', async () => {
	const hall = await open({ limits: { sweepEvery: 10, compactEvery: 20 } });
	const [ann, bob] = [await enter(hall), await enter(hall)];
	for (let index = 0; index < 100; index += 1) {
		(index % 2 ? ann : bob).edit((doc) => addMeasure(doc, `m${index}`));
	}
	await until(() => ann.acks.at(-1) === 51 && bob.acks.at(-1) === 51, 'all is saved');
	const key = `${hall.workshopId}/board`;
	let updates: readonly Uint8Array[] = [];
	await eventually(async () => {
		const stored = await hall.store.loadRoom(key);
		updates = [...(stored.state ? [stored.state] : []), ...stored.updates];
		return stored.state !== null && stored.updates.length < 20;
	});
	const doc = new Y.Doc();
	for (const update of updates) Y.applyUpdate(doc, update);
	expect(measuresIn(doc)).toHaveLength(100);
});

async function eventually(what: () => Promise<boolean>): Promise<void> {
	let reached = false;
	const look = async () => {
		reached ||= await what();
	};
	await until(() => {
		void look();
		return reached;
	}, 'the log is compacted');
}
