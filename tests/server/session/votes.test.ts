import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SessionCommand } from '#lib/document/session/commands.ts';
import type { MemberRow } from '#lib/server/store/store.ts';
import { Table } from './table.ts';

let table: Table;
let anna: MemberRow;
let bea: MemberRow;
let cas: MemberRow;

beforeEach(async () => {
	table = await Table.lay();
	anna = await table.seat('facilitator');
	bea = await table.seat('participant');
	cas = await table.seat('critic');
});
afterEach(() => table.clear());

const options = ['a', 'b', 'c'].map((id) => ({ id, text: `Maatregel ${id}` }));

async function opened(more: Partial<SessionCommand> = {}): Promise<string> {
	const command = { type: 'open-vote', kind: 'dots', question: 'Waar eerst?', options } as const;
	return String((await table.give(anna, { ...command, ...more } as SessionCommand)).voteId);
}

function cast(member: MemberRow, voteId: string, ...choices: string[]) {
	return table.give(member, { type: 'cast-vote', voteId, choices });
}

async function vote() {
	return (await table.session()).votes[0]!;
}

test('a vote shows how many voted, and what only when it is closed', async () => {
	const voteId = await opened();
	expect(await vote()).toMatchObject({ kind: 'dots', dots: 3, status: 'open', cast: 0, options });
	await cast(bea, voteId, 'a', 'a', 'c');
	expect(await cast(anna, voteId, 'c')).toEqual({ voteId, cast: 2 });
	expect(await vote()).toMatchObject({ cast: 2, counts: null });
	expect((await table.view(bea)).answered).toEqual([voteId]);
	await table.give(anna, { type: 'close-vote', voteId });
	expect(await vote()).toMatchObject({ status: 'closed', cast: 2, counts: { a: 2, b: 0, c: 2 } });
	expect((await table.view(bea)).answered).toEqual([]);
});

test('who votes again, or whose phone sends it twice, has voted once', async () => {
	const voteId = await opened();
	const first = { id: 'v1', type: 'cast-vote', voteId, choices: ['a'] } as const;
	await table.give(bea, first);
	await cast(bea, voteId, 'b', 'b');
	await table.give(bea, first);
	await table.give(anna, { type: 'close-vote', voteId });
	expect(await vote()).toMatchObject({ cast: 1, counts: { a: 0, b: 2, c: 0 } });
});

test('a closed vote takes no votes, stays as it is, and has forgotten who voted what', async () => {
	const voteId = await opened();
	await cast(bea, voteId, 'a');
	await table.give(anna, { type: 'close-vote', voteId });
	const closed = await vote();
	await expect(cast(cas, voteId, 'b')).rejects.toMatchObject({ code: 'not-now' });
	await table.give(anna, { type: 'close-vote', voteId });
	expect(await vote()).toEqual(closed);
	expect(await table.app.store.countBallots(voteId)).toBe(0);
});

test('agree, pass or disagree is a choice of one', async () => {
	const voteId = await opened({ kind: 'stance', question: 'Wij doen dit.', options: undefined });
	await cast(bea, voteId, 'agree');
	await cast(cas, voteId, 'disagree');
	await expect(cast(anna, voteId)).rejects.toMatchObject({ code: 'malformed' });
	await table.give(anna, { type: 'close-vote', voteId });
	expect((await vote()).counts).toEqual({ agree: 1, pass: 0, disagree: 1 });
});

test.each([
	[{ options: [options[0]!] }],
	[{ options: [options[0]!, options[0]!] }],
	[{ question: ' ' }],
	[{ dots: 0 }],
	[{ kind: 'hands' as 'dots' }]
])('a vote with %o is refused', async (wrong) => {
	await expect(opened(wrong)).rejects.toMatchObject({ code: 'malformed' });
	expect((await table.session()).votes).toEqual([]);
});

test.each([[['a', 'a', 'a', 'a']], [['z']]])('choosing %o is refused', async (choices) => {
	const voteId = await opened();
	await expect(cast(bea, voteId, ...choices)).rejects.toMatchObject({ code: 'malformed' });
	await expect(cast(bea, 'nothing', 'a')).rejects.toMatchObject({ code: 'not-here' });
});
