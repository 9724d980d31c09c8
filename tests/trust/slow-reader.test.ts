import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addMeasure, measuresIn } from '../server/rooms/support/measures.ts';
import type { RawClient } from '../server/rooms/support/raw-client.ts';
import { until } from '../server/rooms/support/until.ts';
import { FaultProxy } from './fault-proxy.ts';
import { endRoomServers, startRoomServer } from './forked-room.ts';
import { enterRoom } from './room-process.ts';

const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-slow-'));
afterAll(() => {
	endRoomServers();
	rmSync(directory, { recursive: true });
});

const readers = 20;
const writers = 4;
const editsEach = 300;
/** Measures of each writer, all of which get a new title with every edit. */
const measures = 14;
const letters = 16_000;
/** Bytes that the server may take more; what it sends to several, it holds once. */
const mostMore = 300e6;
const patience = 60_000;

/** Bytes of memory that a process has. */
function memoryOf(pid: number | undefined): number {
	const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
	return Number(kilobytes) * 1024;
}

const idsOf = (name: string) => Array.from({ length: measures }, (_, index) => `${name}-${index}`);

function setTitles(doc: Y.Doc, name: string, title: string): void {
	const all = doc.getMap<Y.Map<unknown>>('measures');
	for (const id of idsOf(name)) all.get(id)?.set('title', title);
}

/** Writes as fast as it may, always after the last edit is saved. */
async function write(client: RawClient, name: string, look: () => void): Promise<void> {
	client.edit((doc) => idsOf(name).forEach((id) => addMeasure(doc, id)));
	for (let edit = 0; edit < editsEach; edit += 1) {
		await until(() => client.acks.at(-1) === edit + 2, 'the edit is saved', patience);
		client.edit((doc) => setTitles(doc, name, `${edit} `.padEnd(letters, 'x')));
		look();
	}
	await until(() => client.acks.at(-1) === editsEach + 2, 'all is saved', patience);
}

test('twenty who read slowly cost the server a bounded memory, hold nobody up, and have everything in the end', async () => {
	const server = await startRoomServer({ directory, rounds: 1 });
	const proxy = await FaultProxy.before(server.port);
	const slow = await Promise.all(
		Array.from({ length: readers }, (_, index) => enterRoom(proxy, 0, `slow${index}`))
	);
	const quick = await Promise.all(
		Array.from({ length: writers }, (_, index) => enterRoom(server, 0, `quick${index}`))
	);
	const before = memoryOf(server.process.pid);
	proxy.fail('down', { kind: 'slow', bytesPerSecond: 1_000 });
	let most = before;
	const look = () => (most = Math.max(most, memoryOf(server.process.pid)));
	await Promise.all(quick.map((client, index) => write(client, `m${index}`, look)));

	const sent = writers * editsEach * measures * letters;
	console.info(
		`${(sent / 1e6).toFixed(0)} MB were written; memory grew by ${((most - before) / 1e6).toFixed(0)} MB.`
	);
	expect(sent).toBeGreaterThan(250e6);
	expect(most - before).toBeLessThan(mostMore);
	// They were skipped, not put out.
	expect(slow.map(({ closeCode }) => closeCode)).toEqual(slow.map(() => undefined));
	expect(slow.every(({ doc }) => titleIn(doc) === titleIn(quick[0]!.doc))).toBe(false);
	proxy.heal();
	await until(() => slow.every(({ doc }) => isWhole(doc)), 'all have everything', patience);
	await Promise.all([...slow, ...quick].map((client) => client.leave()));
	await proxy.close();
}, 240_000);

function titleIn(doc: Y.Doc): unknown {
	return doc.getMap<Y.Map<unknown>>('measures').get('m0-0')?.get('title');
}

function isWhole(doc: Y.Doc): boolean {
	const all = doc.getMap<Y.Map<unknown>>('measures');
	return (
		measuresIn(doc).length === writers * measures &&
		[...all.values()].every((one) => String(one.get('title')).startsWith(`${editsEach - 1} `))
	);
}
