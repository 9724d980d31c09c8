import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { longestSharedText } from '#lib/server/rooms/gate/budget.ts';
import { KnownRoom } from './support/known-room.ts';
import { halls } from './support/cleanup.ts';
import { addMeasure } from './support/measures.ts';
import { RawClient } from './support/raw-client.ts';
import { until } from './support/until.ts';

const { open, later } = halls();

describe('sockets of one member', () => {
	test('are bounded, and who has too many is told to wait', async () => {
		const hall = await open({ limits: { socketsPerMember: 2 } });
		const guest = await hall.join('participant');
		const tabs = [await RawClient.open(hall, guest), await RawClient.open(hall, guest)];
		for (const tab of tabs) later(() => tab.leave());
		const third = new RawClient(hall, guest);
		await until(() => third.closeCode !== undefined, 'the third is let go');
		expect(third.closeCode).toBe(4429);
		const other = await RawClient.open(hall, await hall.join('participant'));
		later(() => other.leave());
		expect(other.closeCode).toBeUndefined();
		tabs[0]?.leave();
		await until(() => hall.hub.figures().connections === 2, 'a tab is closed');
		const again = await RawClient.open(hall, guest);
		later(() => again.leave());
		expect(again.closeCode).toBeUndefined();
	});
});

describe('the store epoch', () => {
	test('of another time is refused at the door, with the edits still in the browser', async () => {
		const hall = await open();
		const guest = await hall.join('participant');
		const old = new RawClient(hall, guest, { query: '?ack=1&epoch=7' });
		await until(() => old.closeCode !== undefined, 'the old copy is refused');
		expect(old.closeCode).toBe(4403);
		const { epoch } = (await hall.store.findWorkshop(hall.workshopId))!;
		const now = await RawClient.open(hall, guest, { query: `?ack=1&epoch=${epoch}` });
		later(() => now.leave());
		const stock = await RawClient.open(hall, guest, { query: '' });
		later(() => stock.leave());
		expect([now.closeCode, stock.closeCode]).toEqual([undefined, undefined]);
	});
});

describe('the time that edits take', () => {
	test('is counted against who sends them, after they are saved', async () => {
		const hall = await open({ limits: { applyPerSecond: 0, applyBurst: -1 } });
		const ann = await RawClient.synced(hall, await hall.join('participant'));
		const bob = await RawClient.synced(hall, await hall.join('participant'));
		later(() => bob.leave());
		ann.edit((doc) => addMeasure(doc, 'm1'));
		await until(() => ann.closeCode !== undefined, 'Ann has to slow down');
		expect(ann.closeCode).toBe(4429);
		await until(() => bob.doc.getMap('measures').has('m1'), 'Bob sees what she wrote');
		expect(bob.closeCode).toBeUndefined();
	});

	test('of ordinary edits is far from too much', async () => {
		const hall = await open();
		const ann = await RawClient.synced(hall, await hall.join('participant'));
		later(() => ann.leave());
		for (let index = 0; index < 100; index += 1) {
			ann.edit((doc) => addMeasure(doc, `m${index}`));
		}
		await until(() => ann.acks.at(-1) === 101, 'all are saved');
		expect(ann.closeCode).toBeUndefined();
	});
});

describe('one shared text', () => {
	function roomWithText(length: number): KnownRoom {
		const room = new KnownRoom();
		const doc = new Y.Doc();
		doc.clientID = 1;
		const measure = new Y.Map<unknown>();
		doc.getMap('measures').set('m1', measure);
		const text = new Y.Text();
		measure.set('description', text);
		room.accept(Y.encodeStateAsUpdate(doc));
		const piece = 'x'.repeat(10_000);
		for (let left = length; left > 0; left -= piece.length) {
			const before = Y.encodeStateVector(doc);
			text.insert(0, piece.slice(0, left));
			room.accept(Y.encodeStateAsUpdate(doc, before));
		}
		return room;
	}

	/** Adds letters at the end of the description, as another client. */
	function adding(room: KnownRoom, letters: string): Uint8Array {
		const doc = new Y.Doc();
		doc.clientID = 2;
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc));
		const before = Y.encodeStateVector(doc);
		const measure = doc.getMap('measures').get('m1') as Y.Map<Y.Text>;
		const text = measure.get('description')!;
		text.insert(text.length, letters);
		return Y.encodeStateAsUpdate(doc, before);
	}

	test('may grow up to its bound and no further', () => {
		const room = roomWithText(longestSharedText - 5);
		expect(room.ruleFor(adding(room, '123456'))).toBe('text-size');
		expect(room.ruleFor(adding(room, '12345'))).toBe('accept');
	});
});
