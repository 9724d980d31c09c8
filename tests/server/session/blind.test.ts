import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyUpdate, Doc } from 'yjs';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { WebSocket } from 'ws';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Created, Visitor } from '../visitor.ts';
import { EventReader } from './event-reader.ts';
import { spellings } from './spellings.ts';

let server: RunningServer;
let workshop: Created;
const people = {} as Record<'facilitator' | 'a' | 'b' | 'critic' | 'projector', Visitor>;

beforeAll(async () => {
	server = await startServer();
	people.facilitator = server.visitor();
	workshop = await people.facilitator.start({ template: 'demo', language: 'nl' });
	const links = {
		a: 'participant',
		b: 'participant',
		critic: 'critic',
		projector: 'observer'
	} as const;
	for (const [name, role] of Object.entries(links)) {
		people[name as keyof typeof links] = server.visitor();
		await people[name as keyof typeof links].join(workshop.links[role]);
	}
}, 120_000);
afterAll(() => server.stop());

/** Everything that reaches one person: frames of both rooms, events, and replies. */
class Ear {
	readonly heard: Buffer[] = [];
	readonly session = new Doc();
	events!: EventReader;
	readonly #visitor: Visitor;
	readonly #sockets: WebSocket[];

	constructor(visitor: Visitor) {
		this.#visitor = visitor;
		this.#sockets = (['board', 'session'] as const).map((room) => {
			const socket = visitor.socket(workshop.id, room);
			socket.on('message', (frame: Buffer) => this.#frame(frame, room));
			socket.on('open', () => socket.send(question()));
			return socket;
		});
	}

	async open(): Promise<void> {
		this.events = new EventReader(await this.#visitor.events(workshop.id));
		await this.events.until(() => true);
	}

	/** Asks for everything that can be asked for. */
	async ask(): Promise<void> {
		for (const path of ['', '/session', '/file']) {
			const { text } = await this.#visitor.get(`/api/workshops/${workshop.id}${path}`);
			this.heard.push(Buffer.from(text));
		}
	}

	get everything(): Buffer {
		return Buffer.concat([...this.heard, Buffer.from(this.events.received)]);
	}

	close(): void {
		for (const socket of this.#sockets) socket.close();
		void this.events.close();
	}

	#frame(frame: Buffer, room: 'board' | 'session'): void {
		this.heard.push(frame);
		const decoder = decoding.createDecoder(frame);
		if (decoding.readVarUint(decoder) !== 0 || decoding.readVarUint(decoder) === 0) return;
		const update = decoding.readVarUint8Array(decoder);
		if (room === 'session') applyUpdate(this.session, update);
	}
}

/** The question of a y-websocket client that has nothing yet. */
function question(): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, 0);
		encoding.writeVarUint(encoder, 0);
		encoding.writeVarUint8Array(encoder, new Uint8Array([0]));
	});
}

function occursIn(everything: Buffer, numbers: readonly number[]): number[] {
	return numbers.filter((number) => spellings(number).some((bytes) => everything.includes(bytes)));
}

test('a number that was estimated occurs in no frame and no reply before the reveal, and in all within a second after', async () => {
	const ears = [people.facilitator, people.b, people.critic, people.projector].map(
		(visitor) => new Ear(visitor)
	);
	for (const ear of ears) await ear.open();
	// One with a fraction that fits no float of four bytes, one that fits, and one that is large and whole.
	const [low, likely, high] = [1234.567891, 4096.125, 987_654_321];
	const secret = 'Zevenentachtig vleermuizen';
	const opening = { type: 'open-round', effectId: 'repairs', field: 'amount', round: 1 } as const;
	const { roundId } = (await people.facilitator.give(workshop.id, opening)).json;
	const answer = {
		type: 'submit-estimate',
		roundId,
		low,
		likely,
		high,
		confidence: 0.8,
		reason: secret
	};
	const sent = { id: 'a1', ...answer };
	const { text } = await people.a.command(workshop.id, sent);
	const repeated = await people.a.command(workshop.id, sent);
	expect(repeated.text).toBe(text);
	// The same command id from somebody else is another command, and replays nothing.
	const others = await people.b.command(workshop.id, {
		...sent,
		low: 1,
		likely: 2,
		high: 3,
		reason: ''
	});
	for (const ear of ears) {
		await ear.events.until(({ rounds }) =>
			rounds.some(({ id, ready }) => id === roundId && ready === 2)
		);
		await ear.ask();
		expect(ear.session.getMap('rounds').get(roundId)).toMatchObject({ ready: 2, estimates: [] });
	}
	const before = [
		...ears.map(({ everything }) => everything),
		...[text, others.text, server.log()].map((words) => Buffer.from(words))
	];
	for (const everything of before) {
		expect(occursIn(everything, [low, likely, high])).toEqual([]);
		expect(everything.includes(secret)).toBe(false);
	}
	const revealedAt = performance.now();
	await people.facilitator.give(workshop.id, { type: 'reveal-round', roundId });
	for (const ear of ears) {
		await ear.events.until(({ rounds }) =>
			rounds.some(({ id, status }) => id === roundId && status === 'revealed')
		);
	}
	expect(performance.now() - revealedAt).toBeLessThan(1000);
	for (const ear of ears) {
		expect(occursIn(Buffer.from(ear.events.received), [low, likely, high])).toEqual([
			low,
			likely,
			high
		]);
		expect(occursIn(Buffer.concat(ear.heard), [low, likely, high])).toEqual([low, likely, high]);
		ear.close();
	}
	// The search finds what is there, in each of the ways in which it can be there.
	expect(occursIn(Buffer.from(JSON.stringify({ low })), [low])).toEqual([low]);
	expect(occursIn(Buffer.from('no number'), [low, likely, high])).toEqual([]);
}, 60_000);
