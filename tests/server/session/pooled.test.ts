import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MemberRow } from '#lib/server/store/store.ts';
import { Table } from './table.ts';

let table: Table;
let anna: MemberRow;
let people: MemberRow[];

beforeEach(async () => {
	table = await Table.lay();
	anna = await table.seat('facilitator');
	people = [];
	for (let count = 0; count < 3; count += 1) people.push(await table.seat('participant'));
});
afterEach(() => table.clear());

const ranges = [
	[0.1, 0.2, 0.5],
	[0, 0.3, 0.4],
	[0.1, 0.4, 0.9]
] as const;

/** Holds a whole round and gives its id. */
async function held(effectId: string, field: string): Promise<string> {
	const { roundId } = await table.give(anna, { type: 'open-round', effectId, field, round: 1 });
	for (const [index, [low, likely, high]] of ranges.entries()) {
		await table.give(people[index]!, {
			...{ type: 'submit-estimate', roundId: String(roundId) },
			...{ low, likely, high, confidence: 0.8 }
		});
	}
	await table.give(anna, { type: 'reveal-round', roundId: String(roundId) });
	return String(roundId);
}

async function effect(id: string) {
	return (await table.board()).effects.find((one) => one.id === id)!;
}

const pooled = { low: 0.1, likely: 0.3, high: 0.5, confidence: 0.8 };

describe('what a round came to goes on the card', () => {
	test.each([
		['repairs', 'amount'],
		['repairs', 'unitValue'],
		['repairs', 'deadweight']
	] as const)('of the effect %s as its %s', async (id, field) => {
		await table.give(anna, { type: 'apply-pooled', roundId: await held(id, field) });
		expect((await effect(id))[field]).toEqual(pooled);
	});

	test('as the input of a formula, and as a share that somebody receives', async () => {
		const roundId = await held('energy-bill', 'inputs.homes');
		await table.give(anna, { type: 'apply-pooled', roundId });
		const { inputs } = await effect('energy-bill');
		expect(inputs.find(({ name }) => name === 'homes')!.quantity).toEqual(pooled);
		const share = await held('rent-income', 'recipients.association');
		await table.give(anna, { type: 'apply-pooled', roundId: share });
		expect((await effect('rent-income')).recipients[0]!.share).toEqual(pooled);
	});

	test('once, also when the command comes twice', async () => {
		const roundId = await held('repairs', 'amount');
		const command = { id: 'p1', type: 'apply-pooled', roundId } as const;
		await table.give(anna, command);
		await table.give(anna, { ...command });
		expect((await effect('repairs')).amount).toEqual(pooled);
	});

	test('not while the round is open, and not for a round that is not there', async () => {
		const open = { type: 'open-round', effectId: 'repairs', field: 'amount', round: 1 } as const;
		const { roundId } = await table.give(anna, open);
		const before = await effect('repairs');
		await expect(
			table.give(anna, { type: 'apply-pooled', roundId: String(roundId) })
		).rejects.toMatchObject({ code: 'not-now' });
		await expect(
			table.give(anna, { type: 'apply-pooled', roundId: 'nothing' })
		).rejects.toMatchObject({ code: 'not-here' });
		expect(await effect('repairs')).toEqual(before);
	});

	test('not when the card can not take it, which is told in words', async () => {
		// Two receive from it, and the other one has too much for this.
		const roundId = await held('evictions', 'recipients.tenants');
		await expect(table.give(anna, { type: 'apply-pooled', roundId })).rejects.toMatchObject({
			code: 'not-now',
			message: expect.stringMatching(/./)
		});
	});
});
