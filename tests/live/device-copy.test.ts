import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '#lib/document/board.ts';
import { boardFromFile } from '#lib/document/codec.ts';
import { parseWorkshopFile, parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { copyText } from '#lib/live/board-text.ts';
import { DeviceCopy, forgetCopy, strandedCopies, type CopyKey } from '#lib/live/device-copy.ts';
import { newId } from '#lib/live/new-id.ts';
import demo from '../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };
import { until } from './until.ts';

const key: CopyKey = { workshopId: 'w1', room: 'board', memberId: 'm1', epoch: 1 };

beforeEach(() => localStorage.clear());

/** Types in a copy without ever reaching a server. */
async function typeOffline(place: CopyKey): Promise<DeviceCopy> {
	const doc = new Y.Doc();
	const copy = new DeviceCopy(place, doc);
	await copy.ready;
	const { file } = parseWorkshopValue(demo);
	if (!file) throw new Error('the demo does not parse');
	boardFromFile(file, doc, { newId, random: () => 0.5 });
	const board = new Board(doc, { newId, random: () => 0.5 });
	board.change('effect', 'repairs', { title: 'Getypt zonder verbinding' });
	copy.markUnsaved(true);
	void copy.edited();
	await until(() => copy.complete, 'everything is on this device');
	await copy.close();
	return copy;
}

test('work of before a restored backup is found, and can be saved as a workshop file', async () => {
	const copy = await typeOffline(key);
	const now = { ...key, epoch: 2 };
	expect(strandedCopies(now)).toEqual([copy.name]);
	const { file, problems } = parseWorkshopFile(await copyText(copy.name));
	expect(problems).toEqual([]);
	expect(file?.effects.find(({ id }) => id === 'repairs')?.title).toBe('Getypt zonder verbinding');
});

test('the copy that is in use is not stranded, nor one that the server has', async () => {
	const copy = await typeOffline(key);
	expect(strandedCopies(key)).toEqual([]);
	copy.markUnsaved(false);
	expect(strandedCopies({ ...key, memberId: 'm2' })).toEqual([]);
});

test('a copy of another workshop is left alone', async () => {
	await typeOffline(key);
	expect(strandedCopies({ ...key, workshopId: 'w2' })).toEqual([]);
});

test('a copy that is thrown away is gone', async () => {
	const copy = await typeOffline({ ...key, workshopId: 'w3' });
	await forgetCopy(copy.name);
	expect(strandedCopies({ ...key, workshopId: 'w3', epoch: 2 })).toEqual([]);
	const doc = new Y.Doc();
	const again = new DeviceCopy({ ...key, workshopId: 'w3' }, doc);
	await again.ready;
	expect(doc.getMap('effects').size).toBe(0);
	await again.close();
});
