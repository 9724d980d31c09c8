import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { stepTwoBudget, updateBudget } from '#lib/server/rooms/gate/budget.ts';
import { KnownRoom } from '../support/known-room.ts';
import { content, handmade, map, single, type Handmade } from '../support/handmade.ts';

/** The rule that an update breaks in an empty room. */
function rule(...parts: Parameters<KnownRoom['judge']>): string {
	return new KnownRoom().ruleFor(...parts);
}

const title = { parent: 'workshop', key: 'title' };

function titled(value: unknown): Uint8Array {
	return single({ ...title, content: content.values(value) });
}

/** Many small structs: a title that was written over and over. */
function rewrites(count: number): Uint8Array {
	const first: Handmade = { ...title, content: content.deleted(1) };
	const later = (clock: number): Handmade => ({
		origin: [7, clock - 1],
		content: content.deleted(1)
	});
	const structs = Array.from({ length: count }, (_, clock) => (clock ? later(clock) : first));
	return handmade([{ client: 7, structs }]);
}

describe('what a Yjs client writes in format V1', () => {
	test('is accepted when it fits the board', () => {
		expect(rule(titled('A neighbourhood'))).toBe('accept');
	});

	test('in format V2 is refused', () => {
		const doc = new Y.Doc();
		doc.getMap('workshop').set('title', 'A neighbourhood');
		expect(rule(Y.encodeStateAsUpdateV2(doc))).not.toBe('accept');
		// The smallest V2 update, and the one that made a server allocate 1.5 GB.
		expect(rule(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))).toBe('trailing');
		const huge = [0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 255, 255, 255, 127, 0, 0, 0, 0, 0];
		expect(rule(Uint8Array.from(huge))).not.toBe('accept');
	});

	test('with bytes after its end is refused', () => {
		expect(rule(Uint8Array.from([...titled('A'), 0]))).toBe('trailing');
	});

	test('that ends too early is refused wherever it ends', () => {
		const whole = titled('A neighbourhood');
		for (let length = 0; length < whole.length; length += 1) {
			expect(rule(whole.subarray(0, length))).not.toBe('accept');
		}
	});
});

describe('budgets', () => {
	test('an update over 256 KiB is refused with 4413, a step 2 of that size is not', () => {
		const long = 'x'.repeat(16 * 1024 - 4);
		const structs = [...Array(17).keys()].map((index) => ({
			...(index ? { origin: [7, index - 1] as const } : title),
			content: content.values(long)
		}));
		const large = handmade([{ client: 7, structs }]);
		const verdict = new KnownRoom().judge(large);
		expect(verdict).toEqual({ verdict: 'refuse', code: 4413, rule: 'size' });
		expect(rule(large, {}, stepTwoBudget)).toBe('accept');
	});

	test('more than 5,000 structs are refused, a step 2 may have 50,000', () => {
		expect(rule(rewrites(5_000))).toBe('accept');
		expect(rule(rewrites(5_001))).toBe('structs');
		expect(rule(rewrites(5_001), {}, stepTwoBudget)).toBe('accept');
		expect(rule(rewrites(50_001), {}, stepTwoBudget)).toBe('structs');
	});

	test('structs in several sections count together', () => {
		const half = (client: number) => ({
			client,
			structs: Array.from({ length: 2_501 }, () => ({ content: content.collected(1) }))
		});
		expect(rule(handmade([half(1), half(2)]))).toBe('structs');
	});

	test('more than 5,000 deleted ranges are refused', () => {
		const ranges = Array.from({ length: 5_001 }, (_, index) => [index * 2, 1] as const);
		expect(rule(handmade([], { 7: ranges }))).toBe('deletions');
	});

	test('more plain values than the budget are refused', () => {
		const list = Array.from({ length: updateBudget.values }, () => null);
		expect(rule(titled(list))).toBe('values');
	});

	test('a string over 16 KiB is refused, as text, as value and inside a value', () => {
		const long = 'x'.repeat(16 * 1024 + 1);
		expect(rule(single({ ...title, content: content.string(long) }))).toBe('string');
		expect(rule(titled(long))).toBe('string');
		expect(rule(titled([long]))).toBe('string');
		expect(rule(titled({ [long]: 1 }))).toBe('string');
	});

	test('a plain value more than 8 deep is refused', () => {
		const nest = (depth: number): unknown => (depth === 1 ? [] : [nest(depth - 1)]);
		expect(rule(titled(nest(9)))).toBe('depth');
		expect(rule(titled(nest(8)))).toBe('type');
	});

	test('more than 256 new client ids at once are refused', () => {
		const sections = Array.from({ length: 257 }, (_, client) => ({
			client,
			structs: [{ content: content.collected(1) }]
		}));
		expect(rule(handmade(sections.slice(1)))).toBe('accept');
		expect(rule(handmade(sections))).toBe('new-clients');
	});
});

describe('numbers that lie', () => {
	test('a count of structs, clients, values or ranges that cannot fit is refused unread', () => {
		const struct = { ...title, content: content.values('A') };
		expect(rule(handmade([{ client: 7, structs: [struct], claimed: 1_000_000 }]))).toBe('count');
		expect(rule(encoded((e) => encoding.writeVarUint(e, 2 ** 40)))).toBe('count');
		const manyValues = content.raw(8, 255, 255, 255, 127);
		expect(rule(single({ ...title, content: manyValues }))).toBe('count');
		expect(rule(single({ ...title, content: content.raw(8, 1, 118, 255, 255, 127) }))).toBe(
			'count'
		);
		expect(rule(single({ ...title, content: content.raw(8, 1, 117, 255, 255, 127) }))).toBe(
			'count'
		);
		expect(rule(encoded((e) => [0, 200, 1].forEach((n) => encoding.writeVarUint(e, n))))).toBe(
			'count'
		);
		expect(rule(encoded((e) => [0, 1, 7, 9000].forEach((n) => encoding.writeVarUint(e, n))))).toBe(
			'count'
		);
	});

	test('a number longer than 53 bits is refused, also when it is nothing but zeros', () => {
		expect(rule(Uint8Array.from([...Array(200).fill(128), 0]))).toBe('number');
		const negative = content.raw(8, 1, 125, ...Array(20).fill(0xff), 1);
		expect(rule(single({ ...title, content: negative }))).toBe('number');
		expect(
			rule(single({ ...title, content: content.raw(8, 1, 125, ...Array(7).fill(255), 127) }))
		).toBe('number');
	});

	test('a client id over 32 bits and a clock over 31 bits are refused', () => {
		expect(rule(single({ ...title, content: content.values('A') }, 2 ** 32))).toBe('number');
		expect(rule(single({ content: content.collected(2 ** 31) }))).toBe('number');
		const structs = [
			{ content: content.collected(2 ** 31 - 1) },
			{ content: content.collected(1) }
		];
		expect(rule(handmade([{ client: 7, structs }]))).toBe('clock');
		expect(rule(handmade([], { 7: [[2 ** 31 - 1, 1]] }))).toBe('deletions');
	});

	test('structs and ranges of no length are refused', () => {
		expect(rule(single({ content: content.collected(0) }))).toBe('length');
		expect(rule(single({ ...title, content: content.deleted(0) }))).toBe('length');
		expect(rule(single({ ...title, content: content.string('') }))).toBe('length');
		expect(rule(single({ ...title, content: content.values() }))).toBe('length');
		expect(rule(handmade([], { 7: [[0, 0]] }))).toBe('length');
	});

	test('a client with two sections, or with none of the structs it announces, is refused', () => {
		const section = { client: 7, structs: [{ ...title, content: content.values('A') }] };
		expect(rule(handmade([section, { ...section, clock: 1 }]))).toBe('clients');
		expect(rule(Uint8Array.of(1, 0, 7, 0, 0, 0))).toBe('clients');
		const twice = [0, 2, 7, 1, 0, 1, 7, 1, 1, 1];
		expect(rule(Uint8Array.from(twice))).toBe('clients');
	});

	test('deleted ranges that overlap or go back are refused', () => {
		expect(rule(handmade([], { 7: [[5, 1], [4, 1]] }))).toBe('deletions'); // prettier-ignore
		expect(rule(handmade([], { 7: [[0, 5], [4, 1]] }))).toBe('deletions'); // prettier-ignore
	});
});

describe('content that no board has', () => {
	const foreign = {
		json: content.json(),
		binary: content.binary(),
		embed: content.embed(),
		format: content.format(),
		document: content.document(),
		skip: content.skip(3),
		array: content.type(0),
		'xml element': content.type(3),
		'xml text': content.type(6),
		unknown: content.raw(11)
	};
	test.each(Object.entries(foreign))('%s is refused', (_, one) => {
		expect(rule(single({ ...title, content: one }))).toBe('content');
	});

	test('dates, bytes, big integers and infinities are refused as values', () => {
		expect(rule(titled(Uint8Array.of(1)))).toBe('value');
		expect(rule(titled(10n))).toBe('value');
		expect(rule(titled(NaN))).toBe('value');
		expect(rule(titled([Infinity]))).toBe('value');
		expect(rule(single({ ...title, content: content.raw(8, 1, 5) }))).toBe('value');
	});

	test('text that is not UTF-8 is refused', () => {
		expect(rule(single({ ...title, content: content.raw(4, 2, 0xc3, 0x28) }))).toBe('utf8');
	});
});

describe('keys', () => {
	const poison = ['__proto__', 'constructor', 'prototype'];

	test('of shared maps have 1 to 64 letters, digits, hyphens or underscores', () => {
		for (const key of ['', 'a.b', 'é', 'x'.repeat(65), 'a b', ...poison]) {
			const under = single({ parent: 'measures', key, content: map });
			expect([key, rule(under)]).toEqual([key, 'key']);
		}
		expect(rule(single({ parent: 'measures', key: 'x'.repeat(64), content: map }))).toBe('accept');
	});

	test('of roots are keys as well', () => {
		expect(rule(single({ parent: '__proto__', key: 'title', content: map }))).toBe('key');
	});

	test('inside plain values may have dots but never reach a prototype', () => {
		const policy = (thresholds: object) =>
			single({
				parent: 'workshop',
				key: 'policy',
				content: content.values({ thresholds })
			});
		expect(rule(policy({ 'D02.costShare': 0.3 }))).toBe('accept');
		for (const key of poison) {
			const poisoned = Object.fromEntries([[key, 1]]);
			expect([key, rule(policy(poisoned))]).toEqual([key, 'key']);
		}
	});
});

function encoded(write: (encoder: encoding.Encoder) => void): Uint8Array {
	return encoding.encode(write);
}
