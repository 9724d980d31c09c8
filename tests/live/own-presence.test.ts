import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as encoding from 'lib0/encoding';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { Connection } from '#lib/live/connection.svelte.ts';
import { SmallServer } from './small-server.ts';
import { until } from './until.ts';

let server: SmallServer;
let connection: Connection;

beforeEach(async () => {
	localStorage.clear();
	server = await new SmallServer().start();
	const place = { origin: server.origin, workshopId: 'presence', room: 'board', memberId: 'm1' };
	connection = new Connection({ ...place, epoch: 1, random: Math.random }, new Y.Doc());
	await until(() => connection.state === 'saved', 'the connection opens');
	await until(() => server.awarenessFrames.length > 0, 'this client says hello');
	server.awarenessFrames.length = 0;
});

afterEach(async () => {
	await connection.close();
	await server.stop();
});

function presenceOf(awareness: Awareness): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, 1);
	encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]));
	return encoding.toUint8Array(encoder);
}

test('what others do is not sent back to the server', async () => {
	const other = new Awareness(new Y.Doc());
	for (let change = 0; change < 10; change += 1) {
		other.setLocalState({ editing: { kind: 'effect', id: `e${change}`, field: 'title' } });
		server.broadcast(presenceOf(other));
	}
	const theirs = () => connection.awareness.getStates().get(other.clientID)?.editing?.id;
	await until(() => theirs() === 'e9', 'the last change arrives');
	connection.awareness.setLocalStateField('editing', null);
	await until(() => server.awarenessFrames.length > 0, 'an own change is sent');
	expect(server.awarenessFrames).toHaveLength(1);
	other.destroy();
});

test('own changes reach the server one by one', async () => {
	for (const id of ['a', 'b', 'c']) {
		connection.awareness.setLocalStateField('editing', { kind: 'effect', id, field: 'title' });
	}
	await until(() => server.awarenessFrames.length === 3, 'three frames arrive');
});
