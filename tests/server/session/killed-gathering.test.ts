import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { giveCommand } from '#lib/server/commands/give-command.ts';
import type { MemberRow } from '#lib/server/store/store.ts';
import { Table } from './table.ts';

const script = new URL('./give-until-killed.ts', import.meta.url);
let table: Table;
let anna: MemberRow;
let bert: MemberRow;

beforeEach(async () => {
	table = await Table.lay();
	anna = await table.seat('facilitator');
	bert = await table.seat('participant');
});
afterEach(() => table.clear());

/** Gives a command as somebody; `id` makes it a repeat. */
function give(member: MemberRow, command: object) {
	return giveCommand({ app: table.app, member }, { id: crypto.randomUUID(), ...command });
}

/** Lets a server be killed during a command: `shown` before people see it, `answered` just after. */
async function killed(command: object, before: 'shown' | 'answered') {
	await table.app.stop();
	const { directory, workshopId } = table;
	const place = { directory, workshopId };
	const argument = JSON.stringify({ place, member: anna, command, before });
	const child = fork(script, [argument], { execArgv: [] });
	const [, signal] = await once(child, 'exit');
	expect(signal).toBe('SIGKILL');
	table = await Table.again(place);
}

describe.each(['shown', 'answered'] as const)(
	'killed before it is %s',
	{ timeout: 60_000 },
	(before) => {
		test.each(['show', 'other'])(
			'a pre-mortem shows every card once and leaves nobody’s behind (asked again as “%s”)',
			async (id) => {
				await give(anna, { type: 'open-premortem', year: 2029 });
				for (const cardId of ['one', 'two'])
					await give(bert, { type: 'write-premortem-card', cardId, text: cardId });
				const { premortem } = await table.session();
				await killed({ id: 'show', type: 'reveal-premortem' }, before);
				// Whoever clicks again gives a new command, which is refused when all is shown already.
				await give(anna, { id, type: 'reveal-premortem' }).catch(() => undefined);
				const { premortem: after, premortemCards } = await table.session();
				expect(after?.status).toBe('revealed');
				expect(premortemCards.map(({ text }) => text).sort()).toEqual(['one', 'two']);
				expect(await table.app.store.handedIn(table.workshopId, premortem?.id ?? '')).toEqual([]);
				const late = { type: 'write-premortem-card', cardId: 'late', text: 'late' } as const;
				await expect(give(bert, late)).rejects.toMatchObject({ code: 'not-now' });
			}
		);

		test('the question after doubts shows what was named once and forgets who named it', async () => {
			await give(anna, { type: 'open-doubt' });
			const doubtId = (await table.session()).doubt?.id ?? '';
			const [effect] = (await table.board()).effects;
			const target = { kind: 'effect' as const, id: effect?.id ?? '', field: 'amount' };
			await give(bert, { type: 'name-doubt', doubtId, target, reason: 'Too high.' });
			await killed({ id: 'close', type: 'close-doubt', doubtId }, before);
			await give(anna, { id: 'close', type: 'close-doubt', doubtId });
			const { doubt } = await table.session();
			expect(doubt).toMatchObject({ open: false, answered: 1 });
			expect(doubt?.named).toEqual([{ target, count: 1, reasons: ['Too high.'] }]);
			expect(await table.app.store.handedIn(table.workshopId, doubtId)).toEqual([]);
		});
	}
);
