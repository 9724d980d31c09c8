import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Connection } from '#lib/live/connection.svelte.ts';
import { addMeasure, measuresIn } from '../server/rooms/support/measures.ts';
import { seeded } from '../server/rooms/support/seeded.ts';
import { until } from '../server/rooms/support/until.ts';
import { FaultProxy } from '../trust/fault-proxy.ts';
import { startRoomServer, workshopOf, type RoomServer } from '../trust/forked-room.ts';
import { socketFor } from './browser-socket.ts';

/** Milliseconds in which people write while the network fails. */
const writing = 1_500;
const patience = 40_000;

let directory: string;
let server: RoomServer;
let proxy: FaultProxy;
/** A network without faults, for who must not suffer and for who looks afterwards. */
let clear: FaultProxy;
const people: Person[] = [];

beforeEach(async () => {
	// Devices that nobody has used before.
	localStorage.clear();
	globalThis.indexedDB = new IDBFactory();
	directory = mkdtempSync(join(tmpdir(), 'tegenwicht-faults-'));
	server = await startRoomServer({ directory, rounds: 1 });
	proxy = await FaultProxy.before(server.port);
	clear = await FaultProxy.before(server.port);
});

afterEach(async () => {
	proxy.heal();
	await Promise.all(people.splice(0).map((person) => person.connection.close()));
	await Promise.all([proxy.close(), clear.close()]);
	server.process.kill('SIGKILL');
	rmSync(directory, { recursive: true });
});

/** Somebody in a browser: the product's own connection, on a device of their own. */
class Person {
	readonly doc = new Y.Doc();
	readonly connection: Connection;
	readonly name: string;
	readonly typed: string[] = [];
	/** What had been typed when the screen last said that all is saved. */
	saved = 0;

	constructor(name: string, network: FaultProxy) {
		this.name = name;
		Object.assign(globalThis, { WebSocket: socketFor({ Cookie: name }) });
		const origin = `ws://127.0.0.1:${network.port}`;
		const place = { origin, workshopId: workshopOf(0), room: 'board', memberId: name, epoch: 0 };
		this.connection = new Connection({ ...place, random: () => 0.5 }, this.doc);
		this.connection.awareness.setLocalState({ cursor: null });
		people.push(this);
	}

	type(): void {
		const id = `${this.name}-${this.typed.length}`;
		this.typed.push(id);
		addMeasure(this.doc, id);
		// Said at once after a keystroke, this would be said without having asked anybody.
		expect(this.connection.state).not.toBe('saved');
	}

	look(): void {
		if (this.connection.state === 'saved') this.saved = this.typed.length;
	}

	/** What the screen said is saved. */
	get said(): string[] {
		return this.typed.slice(0, this.saved);
	}
}

async function come(name: string, network: FaultProxy): Promise<Person> {
	const person = new Person(name, network);
	await until(() => person.connection.state === 'saved', `${name} is in`, patience);
	return person;
}

async function writeFor(milliseconds: number, writers: readonly Person[]): Promise<void> {
	const draw = seeded(20_261_128);
	const end = performance.now() + milliseconds;
	while (performance.now() < end) {
		await new Promise((done) => setTimeout(done, 5 + draw.below(40)));
		for (const person of people) person.look();
		draw.pick(writers).type();
	}
	for (const person of people) person.look();
}

/** The server is gone in an instant, and starts again with what it has on disk. */
async function killServer(): Promise<void> {
	server.process.kill('SIGKILL');
	await once(server.process, 'exit');
	server = await startRoomServer({ directory, rounds: 1 });
	proxy.target = server.port;
	clear.target = server.port;
}

const slowLine = { kind: 'slow', bytesPerSecond: 2_000 } as const;

const faults: readonly (readonly [string, () => void])[] = [
	['is slow both ways', () => bothWays({ kind: 'delay', milliseconds: 300 })],
	['stands still both ways', () => bothWays({ kind: 'stall' })],
	['stands still on the way to the server', () => proxy.fail('up', { kind: 'stall' })],
	['stands still on the way back', () => proxy.fail('down', { kind: 'stall' })],
	['swallows what goes to the server', () => proxy.fail('up', { kind: 'black-hole' })],
	['swallows what comes back', () => proxy.fail('down', { kind: 'black-hole' })],
	['takes two thousand bytes a second', () => bothWays(slowLine)],
	['resets every connection', () => proxy.reset({ andRefuse: true })]
];

function bothWays(fault: Parameters<FaultProxy['fail']>[1]): void {
	proxy.fail('up', fault);
	proxy.fail('down', fault);
}

test.each(faults)(
	'where the network %s and the server is killed, all that was said to be saved is there, and in the end everybody has everything once',
	async (_, begin) => {
		const [ann, bob, cas] = [
			await come('ann', proxy),
			await come('bob', proxy),
			await come('cas', clear)
		];
		await writeFor(300, people);
		begin();
		await writeFor(writing, people);
		expect(cas.saved).toBeGreaterThan(0);
		const seen = measuresIn(cas.doc).filter((id) => !id.startsWith('cas'));
		const said = people.flatMap((person) => person.said);
		await killServer();

		// Whoever comes now sees what is on disk, and what cas may already have brought back is cas's own.
		const reader = await come('reader', clear);
		expect(measuresIn(reader.doc)).toEqual(expect.arrayContaining([...said, ...seen]));

		proxy.heal();
		const all = people.flatMap(({ typed }) => typed).sort();
		const whole = () =>
			people.every(({ doc, connection }) => {
				return connection.state === 'saved' && doc.getMap('measures').size === all.length;
			});
		await until(whole, 'everybody has everything', patience);
		for (const { doc } of [ann, bob, cas, reader]) {
			expect(measuresIn(doc)).toEqual(all);
			expect(doc.toJSON()).toEqual(reader.doc.toJSON());
		}
	},
	90_000
);

test.each([
	['stands still', () => bothWays({ kind: 'stall' })],
	['swallows what comes back', () => proxy.fail('down', { kind: 'black-hole' })],
	['swallows what goes to the server', () => proxy.fail('up', { kind: 'black-hole' })]
] as const)(
	'where the network %s, the screen says within three seconds that edits are on this device only',
	async (_, begin) => {
		const ann = await come('ann', proxy);
		begin();
		const began = performance.now();
		ann.type();
		expect(ann.connection.state).toBe('saving');
		await until(() => ann.connection.state === 'offline-with-edits', 'it is said', patience);
		// Three seconds, and what a crowded machine takes to look.
		expect(performance.now() - began).toBeLessThan(4_000);
		proxy.heal();
		await until(() => ann.connection.state === 'saved', 'it is saved in the end', patience);
	},
	60_000
);

test('where a new connection falls into a hole and nobody ever says so, another one is tried', async () => {
	const ann = await come('ann', proxy);
	proxy.fail('up', { kind: 'black-hole' });
	proxy.fail('down', { kind: 'black-hole' });
	ann.type();
	await until(() => proxy.connections > 1, 'a new connection is tried', patience);
	proxy.heal({ andReset: false });
	await until(() => ann.connection.state === 'saved', 'it is saved in the end', patience);
	const reader = await come('reader', clear);
	expect(measuresIn(reader.doc)).toEqual(ann.typed);
}, 60_000);
