import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MemberRow } from '#lib/server/store/store.ts';
import { EventReader } from './event-reader.ts';
import { Table } from './table.ts';

let table: Table;
let anna: MemberRow;
let bea: MemberRow;

beforeEach(async () => {
	table = await Table.lay();
	anna = await table.seat('facilitator');
	bea = await table.seat('participant');
});
afterEach(() => table.clear());

async function follow(member: MemberRow, lastEventId: string | null = null) {
	const reader = new EventReader(await table.app.feeds.subscribe(member, lastEventId));
	return reader;
}

describe('the feed of a session', () => {
	test('begins with everything, and then tells what changed until it is the same again', async () => {
		const reader = await follow(bea);
		await reader.until(() => true);
		await table.give(anna, { type: 'set-phase', phase: 'estimate' });
		await table.give(anna, { type: 'set-timer', action: 'start', seconds: 60 });
		const { voteId } = await table
			.give(anna, { type: 'set-phase', phase: 'goal' })
			.then(() =>
				table.give(anna, { type: 'open-vote', kind: 'stance', question: 'Doen wij dit?' })
			);
		await table.give(bea, { type: 'cast-vote', voteId: String(voteId), choices: ['agree'] });
		await table.give(anna, { type: 'set-timer', action: 'clear' });
		const view = await reader.until(
			({ timer, answered }) => timer === undefined && answered.length === 1
		);
		const { now: _, ...expected } = JSON.parse(JSON.stringify(await table.view(bea)));
		expect(JSON.parse(JSON.stringify(view))).toEqual(expected);
		expect(reader.wholes).toBe(1);
	});

	test('tells each audience what it may see', async () => {
		const readers = [await follow(anna), await follow(bea)] as const;
		const dirk = await table.seat('critic');
		for (const reader of readers) await reader.until(({ members }) => members.length === 3);
		expect(readers[0].received).toContain('Name of critic');
		expect(readers[1].received).not.toContain('Name of critic');
		expect(readers[1].view!.members.map(({ id }) => id)).toContain(dirk.id);
	});

	test('follows the board as far as a phone shows it', async () => {
		const reader = await follow(bea);
		const before = await reader.until(() => true);
		const { board } = before;
		await table.app.hub.change(table.workshopId, 'board', anna.id, (document) => {
			document.getMap('workshop').set('title', 'Een andere titel');
		});
		const after = await reader.until((view) => view.board.title !== board.title);
		expect(after.board.title).toBe('Een andere titel');
		expect(after.members).toBe(before.members);
	});

	test('tells facilitators alone who has a screen open', async () => {
		const leading = await follow(anna);
		const here = (id: string) => leading.view!.members.find((one) => one.id === id)?.connected;
		await leading.until(() => here(anna.id) === true && here(bea.id) === false);
		const own = await follow(bea);
		await leading.until(() => here(bea.id) === true);
		await own.close();
		await leading.until(() => here(bea.id) === false);
		expect(own.received).not.toContain('connected');
		const [first] = (await table.view(anna)).members;
		expect(first).toMatchObject({ id: anna.id, connected: true });
	});

	test('goes on where it was for who comes back and has missed nothing', async () => {
		const first = await follow(bea);
		const other = await follow(anna);
		await first.until(() => true);
		const second = await follow(bea, first.lastId!);
		await table.give(anna, { type: 'set-phase', phase: 'goal' });
		await first.until(({ phase }) => phase === 'goal');
		expect(second.wholes).toBe(0);
		const third = await follow(bea, 'something-from-before');
		expect((await third.until(() => true)).phase).toBe('goal');
		await other.close();
	});

	test('shows another role at once, with everything that goes with it', async () => {
		const reader = await follow(bea);
		await reader.until(() => true);
		await table.give(anna, { type: 'set-role', memberId: bea.id, role: 'facilitator' });
		const view = await reader.until(({ member }) => member.role === 'facilitator');
		expect(view.notes).toEqual({});
		expect(view.members.some(({ name }) => name === 'Name of facilitator')).toBe(true);
	});

	test('ends within a second for who is removed, and for nobody else', async () => {
		const reader = await follow(bea);
		const other = await follow(anna);
		await reader.until(() => true);
		const before = performance.now();
		await table.give(anna, { type: 'remove-member', memberId: bea.id });
		await reader.ended;
		expect(performance.now() - before).toBeLessThan(1000);
		await other.until(({ members }) => members.length === 1);
	});

	test('lets go of the oldest when one member opens too many', async () => {
		const readers = [];
		for (let count = 0; count < 9; count += 1) readers.push(await follow(bea));
		await readers[0]!.ended;
		await table.give(anna, { type: 'set-phase', phase: 'goal' });
		await readers[8]!.until(({ phase }) => phase === 'goal');
	});

	test('ends when the server stops', async () => {
		const reader = await follow(bea);
		table.app.feeds.stop();
		await reader.ended;
		await expect(follow(bea)).rejects.toThrow('');
	});

	test('gives a slow reader one merged change instead of every one', async () => {
		const stream = await table.app.feeds.subscribe(bea, null);
		const note = 'x'.repeat(1500);
		for (let count = 0; count < 60; count += 1) {
			await table.give(anna, {
				...{ type: 'open-vote', kind: 'stance', question: `${note} ${count}` }
			});
		}
		const reader = new EventReader(stream);
		const view = await reader.until(({ votes }) => votes.length === 60);
		expect(view.votes[59]!.question).toContain('59');
		// All of them one by one would have been more than sixty events of this size.
		expect(reader.received.length).toBeLessThan(60 * 1500 * 2.5);
	}, 60_000);
});
