import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { KnownRoom } from '../support/known-room.ts';
import { content, handmade, map, single, text } from '../support/handmade.ts';

const words = content.values('words');
const titleAt = (clock: number, value = words) =>
	handmade([{ client: 7, clock, structs: [{ parent: 'workshop', key: 'title', content: value }] }]);

function roomWithTitle(): KnownRoom {
	const room = new KnownRoom();
	room.accept(titleAt(0));
	return room;
}

describe('client ids', () => {
	test('belong to the member who uses them first', () => {
		const room = new KnownRoom();
		expect(room.judge(titleAt(0))).toEqual({ verdict: 'accept', newClients: [7] });
		expect(room.judge(titleAt(1))).toEqual({ verdict: 'accept', newClients: [] });
	});

	test('of somebody else are refused with 4403, also before the update is applied', () => {
		const room = new KnownRoom();
		room.judge(titleAt(0), { memberId: 'ann' });
		const refused = { verdict: 'refuse', code: 4403, rule: 'owner' };
		expect(room.judge(titleAt(1), { memberId: 'bob' })).toEqual(refused);
		room.apply();
		expect(room.judge(titleAt(1), { memberId: 'bob' })).toEqual(refused);
		expect(room.judge(titleAt(9), { memberId: 'bob', complete: false })).toEqual(refused);
	});

	test('of the server are refused', () => {
		const room = new KnownRoom();
		room.owners.set(7, null);
		expect(room.ruleFor(titleAt(0))).toBe('owner');
	});

	test('of others may come along in what is known already', () => {
		const room = roomWithTitle();
		expect(room.ruleFor(titleAt(0), { memberId: 'bob' })).toBe('nothing');
	});

	test('are not taken by an update that is refused', () => {
		const room = new KnownRoom();
		room.ruleFor(single({ parent: 'workshop', key: 'colour', content: words }));
		expect(room.judge(titleAt(0), { memberId: 'bob' })).toEqual({
			verdict: 'accept',
			newClients: [7]
		});
	});
});

describe('gaps', () => {
	const missing = {
		'an earlier clock': titleAt(5),
		'a left neighbour': single({ origin: [9, 0], content: words }, 8),
		'a right neighbour': single({ rightOrigin: [9, 0], content: words }, 8),
		'a parent': single({ parent: [9, 0], key: 'title', content: words }, 8),
		'what it deletes': handmade([], { 9: [[0, 1]] }),
		'the end of what it deletes': handmade([], { 7: [[0, 2]] })
	};

	test.each(Object.entries(missing))(
		'%s: held until step 2 has come, then refused',
		(_, update) => {
			const room = roomWithTitle();
			expect(room.judge(update, { complete: false })).toEqual({ verdict: 'hold' });
			expect(room.judge(update, { complete: true })).toEqual({
				verdict: 'refuse',
				code: 4400,
				rule: 'gap'
			});
		}
	);

	test('in a circle of two clients are refused', () => {
		const circle = handmade([
			{ client: 8, structs: [{ parent: [9, 0], key: 'title', content: words }] },
			{ client: 9, structs: [{ origin: [8, 0], content: map }] }
		]);
		expect(roomWithTitle().ruleFor(circle)).toBe('gap');
	});

	test('to what the same client has not written yet are refused at once', () => {
		const room = roomWithTitle();
		const itself = handmade([
			{ client: 7, clock: 1, structs: [{ origin: [7, 1], content: words }] }
		]);
		expect(room.ruleFor(itself, { complete: false })).toBe('reference');
	});

	test('leave nothing pending in the document, however the structs are ordered', () => {
		const room = new KnownRoom();
		const crossing = handmade([
			{
				client: 9,
				structs: [
					{ parent: 'measures', key: 'a', content: map },
					{ parent: [8, 1], key: 'title', content: words }
				]
			},
			{
				client: 8,
				structs: [
					{ parent: [9, 0], key: 'title', content: words },
					{ parent: 'measures', key: 'b', content: map }
				]
			}
		]);
		room.accept(crossing);
		expect(room.doc.store.pendingStructs).toBeNull();
		expect(room.doc.getMap('measures').size).toBe(2);
	});
});

/** A room with a question of which client 7 wrote the letters from tick 1 on. */
function roomWithQuestion(letters: string): KnownRoom {
	const room = new KnownRoom();
	room.accept(question(letters));
	return room;
}

function question(letters: string): Uint8Array {
	const structs = [
		{ parent: 'workshop', key: 'question', content: text },
		{ parent: [7, 0] as const, content: content.string(letters) }
	];
	return handmade([{ client: 7, structs }]);
}

test('an update that overlaps half with what is there may be sent again from a newer state', () => {
	const verdict = roomWithQuestion('ab').judge(question('abc'));
	expect(verdict).toEqual({ verdict: 'refuse', code: 4500, rule: 'overlap' });
});

describe('updates that change nothing', () => {
	test('are told apart, so that they are not stored', () => {
		const room = roomWithTitle();
		expect(room.ruleFor(titleAt(0))).toBe('nothing');
		expect(room.ruleFor(handmade([]))).toBe('nothing');
		room.accept(handmade([], { 7: [[0, 1]] }));
		expect(room.ruleFor(handmade([], { 7: [[0, 1]] }))).toBe('nothing');
	});

	test('are not those that delete something at their end', () => {
		const room = roomWithQuestion('abc');
		room.accept(handmade([], { 7: [[1, 2]] }));
		expect(room.ruleFor(handmade([], { 7: [[1, 2]] }))).toBe('nothing');
		expect(room.ruleFor(handmade([], { 7: [[1, 3]] }))).toBe('accept');
	});
});

describe('somebody who may only read', () => {
	const observer = { memberId: 'bob', mayWrite: false };

	test('may send a step 2 with everything that is known and deleted already', () => {
		const room = roomWithTitle();
		room.accept(handmade([], { 7: [[0, 1]] }));
		expect(room.ruleFor(Y.encodeStateAsUpdate(room.doc), observer)).toBe('nothing');
		expect(room.ruleFor(handmade([]), observer)).toBe('nothing');
	});

	const changes = {
		'a new struct': single({ parent: 'workshop', key: 'language', content: words }, 8),
		'a new deletion': handmade([], { 7: [[0, 1]] }),
		'a deletion of what is not there': handmade([], { 9: [[0, 1]] }),
		'collected ticks': single({ content: content.collected(1) }, 8),
		'a gap': handmade([{ client: 8, clock: 5, structs: [{ content: content.collected(1) }] }])
	};

	test.each(Object.entries(changes))('is refused with 4403 for %s', (_, update) => {
		const refused = { verdict: 'refuse', code: 4403, rule: 'read-only' };
		expect(roomWithTitle().judge(update, observer)).toEqual(refused);
		expect(roomWithTitle().judge(update, { ...observer, complete: false })).toEqual(refused);
	});
});

test('a full document takes deletions and nothing else', () => {
	const room = roomWithTitle();
	room.space = 5;
	expect(room.judge(titleAt(1))).toEqual({ verdict: 'refuse', code: 4413, rule: 'document' });
	expect(room.ruleFor(handmade([], { 7: [[0, 1]] }))).toBe('accept');
});
