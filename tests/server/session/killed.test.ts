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
async function killedDuring(command: SessionCommand & { id: string }): Promise<void> {
	await table.app.stop();
	const { directory, workshopId } = table;
	const place = { directory, workshopId };
	const child = fork(script, [JSON.stringify({ place, member: anna, command })], { execArgv: [] });
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
