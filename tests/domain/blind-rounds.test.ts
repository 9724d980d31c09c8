import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftBefore } from '#lib/domain/estimate-shift.ts';
import { partiesShown } from '#lib/domain/party-shown.ts';
import { newRound, type Estimate, type Round } from '#lib/domain/round.ts';
import { shuffled } from '#lib/domain/shuffle.ts';
import { randomFrom as seeded } from '../document/tools.ts';

const about = { effectId: 'e1', field: 'amount' };

function revealed(id: string, round: 1 | 2, ranges: readonly [number, number, number][]): Round {
	const estimates = ranges.map(([low, likely, high]): Estimate => {
		return { partyId: null, low, likely, high, confidence: 0.8, reason: '' };
	});
	return newRound(id, { ...about, round, status: 'revealed', estimates });
}

describe('the shift between two rounds', () => {
	const first = revealed('r1', 1, [[1, 2, 5]]);
	const second = revealed('r2', 2, [[1, 3, 4]]);

	test('says how far the best guess moved and how much narrower the range became', () => {
		expect(shiftBefore(second, [first, second])).toMatchObject({ moved: 1, width: 0.75 });
	});

	test('is with the last first round about the same number before it', () => {
		const earlier = revealed('r0', 1, [[0, 9, 9]]);
		const other = { ...revealed('r3', 1, [[0, 8, 9]]), field: 'probability' };
		const later = revealed('r4', 1, [[0, 7, 9]]);
		const rounds = [earlier, first, other, second, later];
		expect(shiftBefore(second, rounds)?.from).toMatchObject({ likely: 2 });
	});

	test('is none for a first round, without a first round, or without estimates', () => {
		expect(shiftBefore(first, [first])).toBeUndefined();
		expect(shiftBefore(second, [second])).toBeUndefined();
		const open = newRound('r5', { ...about, round: 2 });
		expect(shiftBefore(open, [first, open])).toBeUndefined();
	});

	test('has no ratio when the first round had no width', () => {
		const point = revealed('r1', 1, [[2, 2, 2]]);
		expect(shiftBefore(second, [point, second])).toMatchObject({ moved: 1, width: null });
	});
});

describe('a shuffle', () => {
	test('keeps every item and leaves the list it was given alone', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
				const before = [...items];
				const order = shuffled(items, seeded(seed));
				expect(order.toSorted()).toEqual(before.toSorted());
				expect(items).toEqual(before);
			}),
			{ seed: 3, numRuns: 200 }
		);
	});

	test('gives every order about equally often', () => {
		const random = seeded(11);
		const counts = new Map<string, number>();
		for (let time = 0; time < 6000; time += 1) {
			const order = shuffled(['a', 'b', 'c'], random).join('');
			counts.set(order, (counts.get(order) ?? 0) + 1);
		}
		expect(counts.size).toBe(6);
		for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
	});
});

test('a party is shown from the smallest group size on, and no party never', () => {
	const of = (count: number, party: string | null) => Array.from({ length: count }, () => party);
	const given = [...of(5, 'tenants'), ...of(4, 'police'), ...of(9, null)];
	expect([...partiesShown(given, 5)]).toEqual(['tenants']);
	expect([...partiesShown(given, 1)]).toEqual(['tenants', 'police']);
});
