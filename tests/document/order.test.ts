import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareOrder, isOrder, orderBetween, ordersFor } from '#lib/document/order.ts';
import { randomFrom } from './tools.ts';

const digit = fc.constantFrom(...'01AZaz');
const order = fc
	.array(digit, { minLength: 1, maxLength: 12 })
	.map((digits) => digits.join(''))
	.filter(isOrder);

describe('places in a list', () => {
	test('always leave room for one in between', () => {
		fc.assert(
			fc.property(fc.uniqueArray(order, { minLength: 2, maxLength: 2 }), fc.nat(), (pair, seed) => {
				const [low, high] = pair.toSorted((a, b) => (a < b ? -1 : 1));
				const between = orderBetween(low, high, randomFrom(seed))!;
				expect(isOrder(between)).toBe(true);
				expect(low! < between && between < high!).toBe(true);
			}),
			{ numRuns: 2000, seed: 1 }
		);
	});

	test('always leave room before the first and after the last', () => {
		fc.assert(
			fc.property(order, fc.nat(), (place, seed) => {
				const random = randomFrom(seed);
				const [before, after] = [
					orderBetween(undefined, place, random)!,
					orderBetween(place, undefined, random)!
				];
				expect(isOrder(before) && isOrder(after)).toBe(true);
				expect(before < place && place < after).toBe(true);
			}),
			{ numRuns: 2000, seed: 2 }
		);
	});

	test('are not made between two that are equal or swapped, or where a text gets too long', () => {
		const random = randomFrom(1);
		expect(orderBetween('V', 'V', random)).toBeUndefined();
		expect(orderBetween('b', 'a', random)).toBeUndefined();
		const long = `${'0'.repeat(93)}1`;
		expect(orderBetween(undefined, long, random)).toBeUndefined();
		expect(orderBetween('z'.repeat(96), undefined, random)).toBeUndefined();
	});

	test('stay short when a long list is made by adding at the end', () => {
		const orders = ordersFor(5000, randomFrom(3));
		expect(orders.toSorted()).toEqual(orders);
		expect(new Set(orders).size).toBe(5000);
		expect(Math.max(...orders.map(({ length }) => length))).toBe(7);
	});

	test('differ for two people who add at the same spot', () => {
		const [mine, theirs] = [randomFrom(1), randomFrom(2)];
		const end = ordersFor(1, mine)[0]!;
		const pairs = Array.from({ length: 500 }, () => [
			orderBetween(end, undefined, mine),
			orderBetween(end, undefined, theirs)
		]);
		expect(pairs.filter(([one, other]) => one === other)).toEqual([]);
	});

	test('are the same again for the same chance', () => {
		expect(ordersFor(20, randomFrom(7))).toEqual(ordersFor(20, randomFrom(7)));
	});

	test('sort by key where they are equal, and come last where there is none', () => {
		const list = [
			{ key: 'a', order: undefined },
			{ key: 'c', order: 'V' },
			{ key: 'b', order: 'V' },
			{ key: 'd', order: 'A' }
		];
		expect(list.toSorted(compareOrder).map(({ key }) => key)).toEqual(['d', 'b', 'c', 'a']);
	});

	test('are recognised, and what only looks like one is not', () => {
		for (const place of ['V', '0V', 'zzz1']) expect(isOrder(place)).toBe(true);
		for (const other of ['', '0', 'V0', 'V-1', 'é', 7, null, 'z'.repeat(97)]) {
			expect(isOrder(other)).toBe(false);
		}
	});
});
