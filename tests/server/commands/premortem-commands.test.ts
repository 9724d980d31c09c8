import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Visitor } from '../visitor.ts';
import { refusalOf, seatTable, sessionOf, soundExample, type Table } from './table.ts';

let server: RunningServer;

beforeAll(async () => {
	server = await startServer({ ORIGIN: 'https://arena.example' });
}, 120_000);
afterAll(() => server.stop());

function write(by: Visitor, table: Table, text: string, cardId = 'card1') {
	return by.command(table.id, { type: 'write-premortem-card', cardId, text });
}

function begin(table: Table) {
	return table.facilitator.command(table.id, { type: 'open-premortem', year: 2029 });
}

/** Listens to everything that a socket gets. */
function listen(visitor: Visitor, id: string, room: 'board' | 'session') {
	const frames: Buffer[] = [];
	const socket: WebSocket = visitor.socket(id, room);
	socket.on('message', (data: Buffer) => frames.push(data));
	const opened = new Promise<void>((resolve) => socket.once('message', () => resolve()));
	return { frames, socket, opened };
}

/** Asks for the whole document, so that what is in it comes as a frame. */
function askAll(socket: WebSocket): Promise<void> {
	const answered = new Promise<void>((resolve) => socket.once('message', () => resolve()));
	socket.send(Buffer.from([0, 0, 1, 0]));
	return answered;
}

describe('a pre-mortem', () => {
	test('counts who wrote and shows no card, then shows all cards without who wrote them', async () => {
		const table = await seatTable(server, soundExample);
		expect((await begin(table)).status).toBe(200);
		await write(table.participant, table, 'Nobody came.');
		await write(table.participant, table, 'The money ran out.', 'card2');
		await write(table.critic, table, 'The rent went up.');
		const before = await sessionOf(table.observer, table.id);
		expect(before.premortem).toMatchObject({ year: 2029, status: 'writing', writers: 2 });
		expect(before.premortemCards).toEqual([]);
		await table.critic.command(table.id, { type: 'reveal-premortem' });
		const after = await sessionOf(table.observer, table.id);
		expect(after.premortem.status).toBe('revealed');
		expect(after.premortemCards.map(({ text }: { text: string }) => text).sort()).toEqual([
			'Nobody came.',
			'The money ran out.',
			'The rent went up.'
		]);
		expect(Object.keys(after.premortemCards[0]).sort()).toEqual(
			['cluster', 'id', 'outcome', 'premortemId', 'text'].sort()
		);
		expect(JSON.stringify(after.premortemCards)).not.toContain('card1');
	});

	test('gives back one’s own cards only, to change or to take back', async () => {
		const table = await seatTable(server, soundExample);
		await begin(table);
		await write(table.participant, table, 'Nobody came.');
		await write(table.critic, table, 'The rent went up.');
		await write(table.participant, table, 'Nobody came, not even we.');
		const own = () => table.participant.get(`/api/workshops/${table.id}/hand-ins`);
		expect((await own()).json.premortemCards).toEqual([
			{ id: 'card1', text: 'Nobody came, not even we.' }
		]);
		const remove = { type: 'remove-premortem-card', cardId: 'card1' };
		await table.facilitator.command(table.id, remove);
		expect((await own()).json.premortemCards).toHaveLength(1);
		await table.participant.command(table.id, remove);
		expect((await own()).json.premortemCards).toEqual([]);
		expect((await sessionOf(table.observer, table.id)).premortem.writers).toBe(1);
	});

	test('takes cards only while they are written, twenty of one person at most', async () => {
		const table = await seatTable(server, soundExample);
		expect(refusalOf(await write(table.participant, table, 'Early.'))).toEqual([409, 'not-now']);
		await begin(table);
		expect(refusalOf(await begin(table))).toEqual([409, 'not-now']);
		for (let at = 0; at < 20; at += 1) await write(table.participant, table, 'Card', `c${at}`);
		expect(refusalOf(await write(table.participant, table, 'Card', 'c20'))).toEqual([
			409,
			'not-now'
		]);
		expect((await write(table.participant, table, 'Otherwise', 'c3')).status).toBe(200);
		await table.facilitator.command(table.id, { type: 'reveal-premortem' });
		expect(refusalOf(await write(table.critic, table, 'Late.'))).toEqual([409, 'not-now']);
	});

	test('turns a card into a challenge or something to watch, once', async () => {
		const table = await seatTable(server, soundExample);
		await begin(table);
		await write(table.participant, table, 'Nobody came.');
		await write(table.critic, table, 'The rent went up.');
		await table.facilitator.command(table.id, { type: 'reveal-premortem' });
		const { premortemCards } = await sessionOf(table.observer, table.id);
		const [first, second] = premortemCards;
		const target = { kind: 'effect', id: soundExample.effects[0].id };
		const { challengeId } = (
			await table.participant.command(table.id, {
				...{ type: 'challenge-premortem-card', cardId: first.id, target }
			})
		).json;
		const indicatorId = soundExample.indicators[0].id;
		const watch = { type: 'watch-premortem-card', cardId: second.id, indicatorId };
		const { watchId } = (await table.critic.command(table.id, watch)).json;
		expect(refusalOf(await table.critic.command(table.id, watch))).toEqual([409, 'not-now']);
		const cluster = { type: 'cluster-premortem-card', cardId: second.id, cluster: 'Money' };
		await table.participant.command(table.id, cluster);
		const after = await sessionOf(table.observer, table.id);
		expect(after.premortemCards).toMatchObject([
			{ outcome: { kind: 'challenge', id: challengeId } },
			{ outcome: { kind: 'watch', id: watchId }, cluster: 'Money' }
		]);
		expect(after.challenges).toMatchObject([{ id: challengeId, text: first.text }]);
		expect(after.watches).toMatchObject([{ id: watchId, text: second.text, indicatorId }]);
		await table.critic.command(table.id, { type: 'drop-watch', watchId });
		expect((await sessionOf(table.observer, table.id)).watches).toEqual([]);
	});

	test('lets no hidden text reach anybody else, in any frame, reply or log', async () => {
		const table = await seatTable(server, soundExample);
		await begin(table);
		const others = [table.facilitator, table.critic, table.observer];
		const ears = others.flatMap((visitor) => [
			listen(visitor, table.id, 'session'),
			listen(visitor, table.id, 'board')
		]);
		await Promise.all(ears.map(({ opened }) => opened));
		await Promise.all(ears.map(({ socket }) => askAll(socket)));
		const texts: string[] = [];
		const word = fc.string({
			unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
			minLength: 12,
			maxLength: 40
		});
		await fc.assert(
			fc.asyncProperty(word, async (text) => {
				texts.push(text);
				await write(table.participant, table, text, `c${texts.length % 20}`);
				const replies = await Promise.all(
					others.flatMap((visitor) =>
						['', '/session', '/file', '/hand-ins'].map((path) =>
							visitor.get(`/api/workshops/${table.id}${path}`)
						)
					)
				);
				const heard = ears.flatMap(({ frames }) => frames.map((frame) => frame.toString('latin1')));
				const everything = [...heard, ...replies.map((reply) => reply.text), server.log()];
				expect(everything.filter((said) => texts.some((one) => said.includes(one)))).toEqual([]);
			}),
			{ numRuns: 25, seed: 20290101 }
		);
		await table.facilitator.command(table.id, { type: 'reveal-premortem' });
		await Promise.all(ears.map(({ socket }) => askAll(socket)));
		const last = texts.at(-1) ?? '';
		// The same ears do hear it once it is shown, so they would have heard it before.
		for (const [at, { frames }] of ears.entries()) {
			const said = frames.some((frame) => frame.toString('latin1').includes(last));
			expect(said).toBe(at % 2 === 0);
		}
		for (const { socket } of ears) socket.terminate();
	}, 120_000);
});
