import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SessionCommand } from '#lib/document/session/commands.ts';
import type { MemberRow } from '#lib/server/store/store.ts';
import { Table } from './table.ts';

const script = new URL('./give-until-killed.ts', import.meta.url);
let table: Table;
let anna: MemberRow;

beforeEach(async () => {
	table = await Table.lay();
	anna = await table.seat('facilitator');
	await table.give(anna, { type: 'set-timer', action: 'start', seconds: 60 });
});
afterEach(() => table.clear());

/** Lets a server be killed while it does a command, and goes on at the same table. */
async function killedDuring(
	command: SessionCommand & { id: string },
	before: 'shown' | 'answered' = 'answered'
): Promise<void> {
	await table.app.stop();
	const { directory, workshopId } = table;
	const place = { directory, workshopId };
	const child = fork(script, [JSON.stringify({ place, member: anna, command, before })], {
		execArgv: []
	});
	const [, signal] = await once(child, 'exit');
	expect(signal).toBe('SIGKILL');
	table = await Table.again(place);
}

test('a minute that is asked for again after the server was killed is added once', async () => {
	const add = { id: 'add-1', type: 'set-timer', action: 'add', seconds: 60 } as const;
	await killedDuring(add);
	await table.give(anna, add);
	expect((await table.session()).timer).toMatchObject({ length: 120_000 });
});

test('a minute that comes again after the timer was taken away does not bring it back', async () => {
	const add = { id: 'add-1', type: 'set-timer', action: 'add', seconds: 60 } as const;
	await killedDuring(add);
	await table.give(anna, { type: 'set-timer', action: 'clear' });
	await table.give(anna, add);
	expect((await table.session()).timer).toBeUndefined();
});

test('a phase that comes again after the server was killed is where the group is', async () => {
	const move = { id: 'move-1', type: 'set-phase', phase: 'estimate' } as const;
	await killedDuring(move);
	const { movedAt } = await table.session();
	await table.give(anna, move);
	expect(await table.session()).toMatchObject({ phase: 'estimate', movedAt });
});

const spotlight = (id: string) =>
	({ type: 'set-spotlight', target: { kind: 'effect', id, field: null } }) as const;

test.each(['shown', 'answered'] as const)(
	'a spotlight that comes again after the server was killed before it was %s is on every screen',
	async (before) => {
		const { effects } = await table.board();
		const show = { id: 'show-1', ...spotlight(effects[0]!.id) };
		await killedDuring(show, before);
		expect(await table.give(anna, show)).toMatchObject({ target: show.target });
		expect(await table.give(anna, show)).toMatchObject({ target: show.target });
		expect((await table.session()).spotlight).toEqual(show.target);
	}
);

test.each(['shown', 'answered'] as const)(
	'a spotlight that comes again late, killed before it was %s, leaves a newer one alone',
	async (before) => {
		const { effects } = await table.board();
		const [older, newer] = [effects[0]!.id, effects[1]!.id];
		const show = { id: 'show-1', ...spotlight(older) };
		await killedDuring(show, before);
		await table.give(anna, spotlight(newer));
		await table.give(anna, show);
		expect((await table.session()).spotlight?.id).toBe(newer);
		await table.give(anna, { type: 'set-spotlight', target: null });
		await table.give(anna, show);
		expect((await table.session()).spotlight).toBeUndefined();
	}
);

test('a phase that comes again late takes nobody back', async () => {
	const move = { id: 'move-1', type: 'set-phase', phase: 'estimate' } as const;
	await killedDuring(move);
	await table.give(anna, { type: 'set-phase', phase: 'challenge' });
	await table.give(anna, move);
	expect((await table.session()).phase).toBe('challenge');
});

test('a ready check that comes again after the server was killed forgets nobody who is ready', async () => {
	const ask = { id: 'ask-1', type: 'set-ready-check', open: true } as const;
	await killedDuring(ask);
	await table.give(anna, { type: 'set-ready', ready: true });
	await table.give(anna, ask);
	expect((await table.session()).readyCheck?.ready).toEqual([anna.id]);
	await table.give(anna, { type: 'set-ready-check', open: false });
	await table.give(anna, ask);
	expect((await table.session()).readyCheck).toBeUndefined();
});

test('a lobby that is opened again late stays closed when it was closed since', async () => {
	const open = { id: 'lobby-1', type: 'set-lobby', open: true } as const;
	await killedDuring(open);
	await table.give(anna, { type: 'set-lobby', open: false });
	await table.give(anna, open);
	expect((await table.session()).lobbyOpen).toBe(false);
});

test('who takes over keeps the lead when an earlier one asks for it again late', async () => {
	const bert = await table.seat('facilitator');
	const lead = { id: 'lead-1', type: 'take-over' } as const;
	await killedDuring(lead);
	await table.give(bert, { type: 'take-over' });
	await table.give(anna, lead);
	expect((await table.session()).leadId).toBe(bert.id);
});
