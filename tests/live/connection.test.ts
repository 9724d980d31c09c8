import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Connection } from '#lib/live/connection.svelte.ts';
import { SmallServer } from './small-server.ts';
import { until } from './until.ts';

let server: SmallServer;
let workshop = 0;
const open: Connection[] = [];

beforeEach(async () => {
	localStorage.clear();
	workshop += 1;
	server = await new SmallServer().start();
});

afterEach(async () => {
	await Promise.all(open.splice(0).map((connection) => connection.close()));
	await server.stop();
});

function connect(doc = new Y.Doc(), place: { memberId?: string; epoch?: number } = {}) {
	const connection = new Connection(
		{
			origin: server.origin,
			workshopId: `workshop${workshop}`,
			room: 'board',
			memberId: 'm1',
			epoch: 1,
			random: () => 0.5,
			...place
		},
		doc
	);
	open.push(connection);
	return { connection, doc };
}

const cards = (doc: Y.Doc) => doc.getMap<string>('measures');

test('asks for the board of its workshop with acknowledgements', async () => {
	const { connection } = connect();
	await until(() => connection.state === 'saved', 'an empty board is saved');
	expect(server.addresses).toEqual([`/sync/workshop${workshop}/board?ack=1&epoch=1`]);
});

test('says saved only after the server has acknowledged the edit', async () => {
	const { connection, doc } = connect();
	await until(() => connection.state === 'saved', 'the connection opens');
	server.storeIsDown = true;
	cards(doc).set('caretaker', 'Wijkbeheerder');
	expect(connection.state).toBe('saving');
	await until(() => connection.copy.complete, 'the edit is on this device');
	expect(connection.state).toBe('saving');
	server.storeReturns();
	await until(() => connection.state === 'saved', 'the acknowledgement arrives');
	expect(cards(server.doc).get('caretaker')).toBe('Wijkbeheerder');
});

test('is not saved while one of two edits is still uncommitted', async () => {
	const { connection, doc } = connect();
	await until(() => connection.state === 'saved', 'the connection opens');
	cards(doc).set('first', 'a');
	await until(() => cards(server.doc).has('first'), 'the first edit is committed');
	server.storeIsDown = true;
	cards(doc).set('second', 'b');
	await until(() => server.heldBack === 1, 'the second edit is with the server');
	expect(connection.state).toBe('saving');
	server.storeReturns();
	await until(() => connection.state === 'saved', 'both are committed');
});

test('an edit made without a connection is on this device until the server has it', async () => {
	const { connection, doc } = connect();
	await until(() => connection.state === 'saved', 'the connection opens');
	const { port } = server;
	await server.stop();
	await until(() => connection.state === 'offline', 'the loss is seen');
	cards(doc).set('caretaker', 'Wijkbeheerder');
	expect(connection.state).toBe('offline-with-edits');
	server = await new SmallServer().start(port);
	await until(() => connection.state === 'saved', 'the edit arrives');
	expect(cards(server.doc).get('caretaker')).toBe('Wijkbeheerder');
});

test('an edit from before a reload without a connection counts as unsaved after it', async () => {
	const first = connect();
	await until(() => first.connection.state === 'saved', 'the connection opens');
	const { port } = server;
	await server.stop();
	await until(() => first.connection.state === 'offline', 'the loss is seen');
	cards(first.doc).set('caretaker', 'Wijkbeheerder');
	await until(() => first.connection.copy.complete, 'the edit is on this device');
	await first.connection.close();

	const second = connect();
	await until(() => cards(second.doc).has('caretaker'), 'the copy on this device is read');
	expect(second.connection.state).toBe('offline-with-edits');
	server = await new SmallServer().start(port);
	await until(() => second.connection.state === 'saved', 'the edit arrives');
	expect([...cards(server.doc).keys()]).toEqual(['caretaker']);
});

test('a copy of another member is not mixed in', async () => {
	const first = connect();
	cards(first.doc).set('caretaker', 'Wijkbeheerder');
	await until(() => first.connection.copy.complete, 'the edit is on this device');
	await first.connection.close();
	const second = connect(new Y.Doc(), { memberId: 'm2' });
	await second.connection.copy.ready;
	expect(cards(second.doc).size).toBe(0);
});

test("edits of others don't make this person unsaved", async () => {
	const one = connect();
	const other = connect(new Y.Doc(), { memberId: 'm2' });
	await until(
		() => one.connection.state === 'saved' && other.connection.state === 'saved',
		'both connect'
	);
	const seen: string[] = [];
	one.doc.on('update', () => seen.push(one.connection.state));
	cards(other.doc).set('caretaker', 'Wijkbeheerder');
	await until(() => cards(one.doc).has('caretaker'), 'the edit arrives');
	expect(seen).toEqual(['saved']);
	expect(one.connection.unsaved).toBe(false);
});

test('a page is not left silently while an edit is nowhere but in memory', async () => {
	const { connection, doc } = connect();
	await until(() => connection.state === 'saved', 'the connection opens');
	server.storeIsDown = true;
	const leave = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
	expect(leave()).toBe(false);
	cards(doc).set('caretaker', 'Wijkbeheerder');
	expect(leave()).toBe(true);
	await until(() => connection.copy.complete, 'the edit is on this device');
	expect(leave()).toBe(false);
});

test('somebody who only reads and is alone is not told that the connection is lost', async () => {
	server.answersPresence = false;
	const { connection } = connect();
	connection.awareness.setLocalState(null);
	await until(() => connection.state === 'saved', 'the connection opens');
	const seen = new Set<string>();
	const start = performance.now();
	await until(() => {
		seen.add(connection.state);
		return performance.now() - start > 3_500;
	}, 'three seconds of silence pass');
	expect([...seen]).toEqual(['saved']);
});

test.each([4400, 4401, 4403, 4413, 4429] as const)(
	'close code %i ends the connection and is told',
	async (code) => {
		server.refuseWith.push(code);
		const { connection } = connect();
		await until(() => connection.state === 'refused', 'the refusal is told');
		expect(connection.refusal).toBe(code);
		expect(server.addresses).toHaveLength(1);
	}
);

test('a frame too large for the socket library is not sent for ever', async () => {
	server.refuseWith.push(1009);
	const { connection } = connect();
	await until(() => connection.state === 'refused', 'the refusal is told');
	expect(connection.refusal).toBe(4413);
});

test('a person may try again after a refusal', async () => {
	server.refuseWith.push(4429);
	const { connection } = connect();
	await until(() => connection.state === 'refused', 'the refusal is told');
	connection.retry();
	await until(() => connection.state === 'saved', 'the second attempt works');
});

test('a server that comes back later is found again', async () => {
	server.refuseWith.push(4500, 4500);
	const { connection } = connect();
	await until(() => connection.state === 'saved', 'the third attempt works');
	expect(server.addresses).toHaveLength(3);
});

test('a connection that leads nowhere is seen within three seconds', async () => {
	const { connection, doc } = connect();
	await until(() => connection.state === 'saved', 'the connection opens');
	server.pullCable();
	cards(doc).set('caretaker', 'Wijkbeheerder');
	const start = performance.now();
	await until(() => connection.state === 'offline-with-edits', 'the silence is noticed');
	expect(performance.now() - start).toBeLessThan(3_400);
	server.plugIn();
	await until(() => connection.state === 'saved', 'the server is heard again', 12_000);
});
