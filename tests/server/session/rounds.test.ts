import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSession } from '#lib/document/session/session.ts';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import type { MemberRow } from '#lib/server/store/store.ts';
import { Table } from './table.ts';

let table: Table;
let anna: MemberRow;
let bea: MemberRow;
let cas: MemberRow;
const number = { effectId: 'e-debts', field: 'amount' } as const;
const estimate = { low: 1, likely: 2, high: 5, confidence: 0.7, reason: 'Ervaring.' };

beforeEach(async () => {
	table = await Table.lay();
	anna = await table.seat('facilitator');
	bea = await table.seat('participant', 'tenants');
	cas = await table.seat('critic');
	const effect = (await table.board()).effects.find(({ formula }) => formula === '')!;
	Object.assign(number, { effectId: effect.id });
});
afterEach(() => table.clear());

async function opened(more: object = {}): Promise<string> {
	const command = { type: 'open-round', ...number, round: 1, ...more } as const;
	const { roundId } = await table.give(anna, command);
	return String(roundId);
}

function submit(member: MemberRow, roundId: string, more: object = {}) {
	return table.give(member, { type: 'submit-estimate', roundId, ...estimate, ...more });
}

describe('a blind round', () => {
	test('shows until the reveal how many answered, and nothing of what', async () => {
		const roundId = await opened();
		expect(await submit(bea, roundId)).toEqual({ roundId, ready: 1 });
		expect(
			await submit(cas, roundId, {
				low: undefined,
				likely: undefined,
				high: undefined,
				dontKnow: true
			})
		).toEqual({ roundId, ready: 2 });
		const [round] = (await table.session()).rounds;
		expect(round).toMatchObject({
			status: 'open',
			ready: 2,
			dontKnow: 0,
			estimates: [],
			shown: []
		});
		for (const member of [anna, bea, cas]) {
			expect(JSON.stringify(await table.view(member))).not.toContain('Ervaring');
		}
	});

	test('shows at the reveal everything at once, without names', async () => {
		const roundId = await opened();
		await submit(bea, roundId);
		await submit(cas, roundId, { low: 3, likely: 4, high: 4 });
		await table.give(anna, { type: 'reveal-round', roundId });
		const [round] = (await table.session()).rounds;
		expect(round).toMatchObject({ status: 'revealed', ready: 2, dontKnow: 0 });
		expect(round!.estimates).toHaveLength(2);
		expect(round!.estimates).toEqual(
			expect.arrayContaining([
				{ partyId: null, ...estimate },
				{ partyId: null, ...estimate, low: 3, likely: 4, high: 4 }
			])
		);
		const view = JSON.stringify(await table.view(cas));
		expect(view).not.toContain('Name of participant');
	});

	test('keeps one answer a person: a later one takes the place of the earlier', async () => {
		const roundId = await opened();
		await submit(bea, roundId);
		expect(await submit(bea, roundId, { likely: 3 })).toEqual({ roundId, ready: 1 });
		await table.give(anna, { type: 'reveal-round', roundId });
		expect((await table.session()).rounds[0]!.estimates).toEqual([
			{ partyId: null, ...estimate, likely: 3 }
		]);
	});

	test('takes no answer after the reveal, and revealing again changes nothing', async () => {
		const roundId = await opened();
		await submit(bea, roundId);
		await table.give(anna, { type: 'reveal-round', roundId });
		const before = (await table.session()).rounds;
		await expect(submit(cas, roundId)).rejects.toMatchObject({ code: 'not-now' });
		await expect(table.give(anna, { type: 'reset-round', roundId })).rejects.toMatchObject({
			code: 'not-now'
		});
		await expect(table.give(anna, { type: 'cancel-round', roundId })).rejects.toMatchObject({
			code: 'not-now'
		});
		await table.give(anna, { type: 'reveal-round', roundId });
		expect((await table.session()).rounds).toEqual(before);
	});

	test('is not revealed before anybody answered', async () => {
		const roundId = await opened();
		await expect(table.give(anna, { type: 'reveal-round', roundId })).rejects.toMatchObject({
			code: 'not-now'
		});
		expect((await table.session()).rounds[0]!.status).toBe('open');
	});

	test('that is reset is open and empty; one that is cancelled is gone', async () => {
		const roundId = await opened();
		await submit(bea, roundId);
		await table.give(anna, { type: 'reset-round', roundId });
		expect((await table.session()).rounds[0]).toMatchObject({ status: 'open', ready: 0 });
		expect(await submit(cas, roundId)).toEqual({ roundId, ready: 1 });
		await table.give(anna, { type: 'cancel-round', roundId });
		expect((await table.session()).rounds).toEqual([]);
		await expect(submit(bea, roundId)).rejects.toMatchObject({ code: 'not-here' });
	});

	test('about one number is open once at a time', async () => {
		const roundId = await opened();
		await expect(opened()).rejects.toMatchObject({ code: 'not-now' });
		await opened({ field: 'probability' });
		await submit(bea, roundId);
		await table.give(anna, { type: 'reveal-round', roundId });
		await opened({ round: 2 });
	});

	test('that a phone asks for twice, or answers twice, happens once', async () => {
		const command = { id: 'o1', type: 'open-round', ...number, round: 1 } as const;
		const first = await table.give(anna, command);
		expect(await table.give(anna, command)).toEqual(first);
		const roundId = String(first.roundId);
		const answer = { id: 's1', type: 'submit-estimate', roundId, ...estimate } as const;
		await table.give(bea, answer);
		await submit(bea, roundId, { likely: 3 });
		await table.give(bea, answer);
		await table.give(anna, { type: 'reveal-round', roundId });
		expect((await table.session()).rounds).toMatchObject([{ estimates: [{ likely: 3 }] }]);
	});

	test('tells each person in what they have answered, and nobody what others did', async () => {
		const roundId = await opened();
		await submit(bea, roundId);
		expect((await table.view(bea)).answered).toEqual([roundId]);
		expect((await table.view(cas)).answered).toEqual([]);
		expect((await table.view(anna)).answered).toEqual([]);
	});

	test('does not show the number on the card until the reveal, so that it anchors nobody', async () => {
		const roundId = await opened({ field: 'probability' });
		const effect = (await table.board()).effects.find(({ id }) => id === number.effectId)!;
		expect((await table.view(bea)).rounds[0]).toMatchObject({
			planned: null,
			about: { title: effect.title, kind: 'share', name: 'probability' }
		});
		await submit(bea, roundId, { low: 0.1, likely: 0.2, high: 0.3 });
		await table.give(anna, { type: 'reveal-round', roundId });
		expect((await table.view(bea)).rounds[0]!.planned).toEqual(effect.probability);
	});

	test('that is not hidden shows the answers as they come, and says so', async () => {
		const roundId = await opened({ hidden: false });
		await submit(bea, roundId, { likely: 4 });
		await submit(cas, roundId);
		expect((await table.session()).rounds[0]).toMatchObject({
			...{ hidden: false, status: 'open', estimates: [] },
			shown: [
				{ likely: 2, partyId: null },
				{ likely: 4, partyId: null }
			]
		});
	});
});

describe('who gave what', () => {
	test('is forgotten at the reveal of an anonymous round, in the store as well', async () => {
		const roundId = await opened();
		await submit(bea, roundId);
		await table.give(anna, { type: 'reveal-round', roundId });
		expect(await table.app.store.listEstimates(roundId)).toEqual([]);
		const kept = await table.app.store.findRound(table.workshopId, roundId);
		expect(JSON.stringify(kept)).not.toContain(bea.id);
		expect((await table.view(anna)).rounds[0]!.givenBy).toBeNull();
	});

	test('is for facilitators only, after the reveal of a round that is not anonymous', async () => {
		const roundId = await opened({ anonymous: false });
		await submit(bea, roundId);
		expect((await table.view(anna)).rounds[0]!.givenBy).toBeNull();
		await table.give(anna, { type: 'reveal-round', roundId });
		expect((await table.view(anna)).rounds[0]!.givenBy).toEqual([bea.id]);
		expect((await table.view(bea)).rounds[0]!.givenBy).toBeNull();
		expect(JSON.stringify((await table.session()).rounds)).not.toContain(bea.id);
	});
});

describe('an answer', () => {
	test.each([
		[{ low: 3, likely: 2, high: 5 }, 'malformed'],
		[{ low: -1, likely: 2, high: 5 }, 'malformed'],
		[{ low: 1, likely: 2, high: undefined }, 'malformed'],
		[{ confidence: 0.3 }, 'malformed'],
		[{ low: '1' }, 'malformed'],
		[{ reason: 'x'.repeat(2001) }, 'malformed'],
		[{ paper: { sheet: '1' } }, 'wrong-role']
	])('with %o is refused as %s and not kept', async (wrong, code) => {
		const roundId = await opened();
		await expect(submit(bea, roundId, wrong)).rejects.toMatchObject({ code });
		expect(await table.app.store.listEstimates(roundId)).toEqual([]);
	});

	test('about a share lies between 0 and 1', async () => {
		const roundId = await opened({ field: 'deadweight' });
		await expect(submit(bea, roundId)).rejects.toMatchObject({ code: 'malformed' });
		await submit(bea, roundId, { low: 0, likely: 0.5, high: 1 });
	});

	test('on paper is copied by a facilitator, one per sheet', async () => {
		const roundId = await opened();
		const party = (await table.board()).parties[0]!.id;
		await submit(anna, roundId, { paper: { sheet: '7', partyId: party } });
		await submit(anna, roundId, { paper: { sheet: '8' } });
		await submit(anna, roundId, { paper: { sheet: '7' }, likely: 4 });
		expect(await submit(anna, roundId)).toEqual({ roundId, ready: 3 });
		await expect(
			submit(anna, roundId, { paper: { sheet: '9', partyId: 'nobody' } })
		).rejects.toMatchObject({ code: 'malformed' });
	});
});

test.each([
	[{ effectId: 'nothing' }, 'not-here'],
	[{ field: 'inputs.nothing' }, 'not-here'],
	[{ field: 'recipients.nobody' }, 'not-here'],
	[{ field: 'title' }, 'malformed'],
	[{ round: 3 }, 'malformed']
])('a round about %o is refused as %s', async (wrong, code) => {
	await expect(opened(wrong)).rejects.toMatchObject({ code });
});

test('an amount that a formula computes is not estimated, but its inputs are', async () => {
	const effect = (await table.board()).effects.find(({ formula }) => formula !== '')!;
	await expect(opened({ effectId: effect.id })).rejects.toMatchObject({ code: 'not-now' });
	const { name, unit } = effect.inputs[0]!;
	await opened({ effectId: effect.id, field: `inputs.${name}` });
	expect((await table.view(bea)).rounds[0]!.about).toMatchObject({ kind: 'input', name, unit });
});

test('a practice round gives its answer away at the reveal only, and is in no file', async () => {
	const { roundId } = await table.give(anna, {
		...{ type: 'open-practice', question: 'Hoeveel woningen?', answer: 4321.5, source: 'CBS' }
	});
	await submit(bea, String(roundId), { low: -3 });
	const everything = async () => {
		const copy = new Doc();
		const update = await table.app.hub.read(table.workshopId, 'session', encodeStateAsUpdate);
		applyUpdate(copy, update);
		return readSession(copy).practices;
	};
	expect(await everything()).toMatchObject([
		{ status: 'open', answer: null, source: '', ready: 1 }
	]);
	expect(JSON.stringify(await table.view(anna))).not.toContain('4321');
	await table.give(anna, { type: 'reveal-round', roundId: String(roundId) });
	expect(await everything()).toMatchObject([
		{ status: 'revealed', answer: 4321.5, source: 'CBS', estimates: [{ low: -3 }] }
	]);
	expect((await table.session()).rounds).toEqual([]);
});
