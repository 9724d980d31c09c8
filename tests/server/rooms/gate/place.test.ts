import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { KnownRoom } from '../support/known-room.ts';
import { content, handmade, map, single, text } from '../support/handmade.ts';

const words = content.values('words');

/** A room with a measure m1 (client 1) that has a title, a description and a contribution c1. */
function roomWithMeasure(): { room: KnownRoom; measure: Y.Map<unknown> } {
	const room = new KnownRoom();
	const doc = new Y.Doc();
	doc.clientID = 1;
	const measure = new Y.Map<unknown>();
	doc.transact(() => {
		doc.getMap('measures').set('m1', measure);
		measure.set('title', 'Caretaker');
		measure.set('description', new Y.Text('Someone'));
		const contributions = new Y.Map<unknown>();
		measure.set('contributions', contributions);
		contributions.set('c1', new Y.Map([['amount', 1200]]));
	});
	room.accept(Y.encodeStateAsUpdate(doc));
	return { room, measure };
}

type Id = readonly [client: number, clock: number];

/** Ids of what client 1 wrote there, in order. */
const written = { measure: [1, 0], title: [1, 1], description: [1, 2] } as const;

describe('roots, records and fields', () => {
	test('of the board are accepted', () => {
		const { room } = roomWithMeasure();
		const fields = [
			['title', words],
			['description', text],
			['startMonth', content.values(3)],
			['durationMonths', content.values(null)],
			['flags', content.values(['temporary'])],
			['order', content.values('a1')],
			['contributions', map]
		] as const;
		const structs = fields.map(([key, what]) => ({ parent: written.measure, key, content: what }));
		expect(room.ruleFor(handmade([{ client: 2, structs }]))).toBe('accept');
	});

	test('that nobody knows are refused', () => {
		const { room } = roomWithMeasure();
		expect(room.ruleFor(single({ parent: 'elsewhere', key: 'a', content: map }))).toBe('root');
		expect(room.ruleFor(single({ parent: 'meta', key: 'documentVersion', content: words }))).toBe(
			'root'
		);
		const unknown = single({ parent: written.measure, key: 'colour', content: words });
		expect(room.ruleFor(unknown)).toBe('field');
		expect(room.ruleFor(single({ parent: 'workshop', key: 'colour', content: words }))).toBe(
			'field'
		);
	});

	test('without a key are refused: a map is no list', () => {
		const { room } = roomWithMeasure();
		expect(room.ruleFor(single({ parent: 'measures', content: map }))).toBe('field');
		expect(room.ruleFor(single({ parent: written.measure, content: words }))).toBe('field');
	});

	test('are refused when they would have the wrong kind of value', () => {
		const { room } = roomWithMeasure();
		const wrong = [
			{ parent: 'measures', key: 'm2', content: words },
			{ parent: 'measures', key: 'm2', content: text },
			{ parent: written.measure, key: 'title', content: content.values(12) },
			{ parent: written.measure, key: 'title', content: content.values(undefined) },
			{ parent: written.measure, key: 'title', content: text },
			{ parent: written.measure, key: 'title', content: content.string('words') },
			{ parent: written.measure, key: 'description', content: words },
			{ parent: written.measure, key: 'description', content: map },
			{ parent: written.measure, key: 'flags', content: content.values([1]) },
			{ parent: written.measure, key: 'startMonth', content: content.values('3') },
			{ parent: written.measure, key: 'contributions', content: content.values([]) }
		];
		for (const struct of wrong) expect(room.ruleFor(single(struct))).toBe('type');
	});

	test('are judged by every value, also by one that is written over at once', () => {
		const { room } = roomWithMeasure();
		const two = { parent: written.measure, key: 'title', content: content.values('a', 1) };
		const update = handmade([{ client: 7, structs: [two] }], { 7: [[0, 2]] });
		expect(room.ruleFor(update)).toBe('type');
	});

	test('that are gone already still have to be fields', () => {
		const { room } = roomWithMeasure();
		const gone = content.deleted(1);
		expect(room.ruleFor(single({ parent: written.measure, key: 'title', content: gone }))).toBe(
			'accept'
		);
		const unknown = single({ parent: written.measure, key: 'colour', content: gone }, 8);
		expect(room.ruleFor(unknown)).toBe('field');
	});

	test('more than 8 deep are refused, whatever the shape allows', () => {
		const room = new KnownRoom(() => ({ holds: 'map' }));
		const nested = (depth: number) =>
			handmade([
				{
					client: 7,
					structs: Array.from({ length: depth }, (_, index) => ({
						parent: index === 0 ? 'root' : ([7, index - 1] as const),
						key: 'inner',
						content: map
					}))
				}
			]);
		expect(room.ruleFor(nested(8))).toBe('depth');
		expect(room.ruleFor(nested(7))).toBe('accept');
	});
});

describe('beside something that is there', () => {
	test('a value goes under the same key and must fit there', () => {
		const { room } = roomWithMeasure();
		const after = { origin: written.title };
		expect(room.ruleFor(single({ ...after, content: content.values(12) }))).toBe('type');
		expect(room.ruleFor(single({ ...after, content: content.string('x') }))).toBe('type');
		expect(room.ruleFor(single({ ...after, content: words }))).toBe('accept');
		const before = single({ rightOrigin: written.title, content: content.values(12) }, 8);
		expect(room.ruleFor(before)).toBe('type');
	});

	test('text takes words and nothing else', () => {
		const { room } = roomWithMeasure();
		const inside = { origin: [1, 4] as const };
		expect(room.ruleFor(single({ parent: written.description, content: words }))).toBe('type');
		expect(room.ruleFor(single({ ...inside, content: map }))).toBe('type');
		expect(room.ruleFor(single({ ...inside, content: content.string('x') }))).toBe('accept');
		const keyed = { parent: written.description, key: 'bold', content: content.string('x') };
		expect(room.ruleFor(single(keyed, 8))).toBe('field');
	});

	test('what stands between two that are not together is refused, also when one of them is gone', () => {
		const { room } = roomWithMeasure();
		const [inTitle, inText, moreInText] = [written.title, [1, 4], [1, 5]] as const;
		let client = 7;
		const between = (origin: Id, rightOrigin: Id) =>
			room.ruleFor(single({ origin, rightOrigin, content: content.string('x') }, (client += 1)));
		expect(between(inTitle, inText)).toBe('reference');
		expect(between(inText, inTitle)).toBe('reference');
		expect(between(inText, moreInText)).toBe('accept');
		const writer = new Y.Doc();
		Y.applyUpdate(writer, Y.encodeStateAsUpdate(room.doc));
		(writer.getMap('measures').get('m1') as Y.Map<unknown>).delete('description');
		room.accept(Y.encodeStateAsUpdate(writer));
		expect(between(inTitle, inText)).toBe('reference');
		expect(between(inText, moreInText)).toBe('accept');
	});

	test('nothing goes into a plain value', () => {
		const { room } = roomWithMeasure();
		expect(room.ruleFor(single({ parent: written.title, key: 'a', content: words }))).toBe(
			'reference'
		);
	});

	test('a record that the server wrote outside the board takes nothing', () => {
		const room = new KnownRoom();
		const server = new Y.Doc();
		server.clientID = 1;
		server.getMap('meta').set('documentVersion', 1);
		Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(server));
		expect(room.ruleFor(single({ origin: [1, 0], content: words }))).toBe('field');
	});

	test('what is gone takes anything, because nobody will see it', () => {
		const { room } = roomWithMeasure();
		room.doc.getMap('measures').delete('m1');
		const late = handmade([
			{
				client: 7,
				structs: [
					{ parent: written.measure, key: 'title', content: content.values('too late') },
					{ parent: [1, 4], content: content.string('too late') },
					{ parent: written.measure, key: 'contributions', content: map },
					{ parent: [7, 9], key: 'c9', content: map },
					{ parent: [7, 10], key: 'amount', content: content.values(1) }
				]
			}
		]);
		room.accept(late);
		expect(room.doc.store.pendingStructs).toBeNull();
		expect(room.doc.getMap('measures').size).toBe(0);
	});
});

describe('what was accepted but is not applied yet', () => {
	test('counts: a field may follow its record, letters a text', () => {
		const room = new KnownRoom();
		expect(room.ruleFor(single({ parent: 'measures', key: 'm1', content: map }))).toBe('accept');
		const later = (clock: number, struct: object) =>
			handmade([{ client: 7, clock, structs: [struct as never] }]);
		const title = { parent: [7, 0], key: 'title', content: words };
		expect(room.ruleFor(later(1, title))).toBe('accept');
		expect(room.ruleFor(later(2, { origin: [7, 1], content: content.values(3) }))).toBe('type');
		expect(room.ruleFor(later(2, { parent: [7, 0], key: 'description', content: text }))).toBe(
			'accept'
		);
		expect(room.ruleFor(later(3, { parent: [7, 2], content: content.string('abc') }))).toBe(
			'accept'
		);
		expect(room.ruleFor(later(6, { origin: [7, 4], content: content.string('x') }))).toBe('accept');
		expect(room.ruleFor(later(7, { parent: [7, 1], key: 'a', content: map }))).toBe('reference');
		expect(room.ruleFor(later(3, title))).toBe('nothing');
		room.apply();
		const measure = room.doc.getMap('measures').get('m1') as Y.Map<Y.Text>;
		expect(measure.get('description')?.toString()).toBe('abxc');
	});

	test('is forgotten when the rest of its update is refused', () => {
		const room = new KnownRoom();
		const half = handmade([
			{
				client: 7,
				structs: [
					{ parent: 'measures', key: 'm1', content: map },
					{ parent: [7, 0], key: 'colour', content: words }
				]
			}
		]);
		expect(room.ruleFor(half)).toBe('field');
		const builtOnIt = handmade([
			{ client: 7, clock: 1, structs: [{ parent: [7, 0], key: 'title', content: words }] }
		]);
		expect(room.ruleFor(builtOnIt)).toBe('gap');
	});

	test('may be spread over clients that refer to each other in one update', () => {
		const room = new KnownRoom();
		const both = handmade([
			{
				client: 9,
				structs: [
					{ parent: [8, 0], key: 'title', content: words },
					{ parent: [8, 1], content: content.string('abc') }
				]
			},
			{
				client: 8,
				structs: [
					{ parent: 'measures', key: 'm1', content: map },
					{ parent: [8, 0], key: 'description', content: text },
					{ origin: [9, 0], content: content.values('other') }
				]
			}
		]);
		room.accept(both);
		const measure = room.doc.getMap('measures').get('m1') as Y.Map<unknown>;
		expect(measure.get('title')).toBe('other');
	});
});

test('several values under one key are let in only when the same update deletes them all', () => {
	const two = { parent: 'workshop', key: 'title', content: content.values('a', 'b') };
	const sections = [{ client: 7, structs: [two, { origin: [7, 1] as const, content: words }] }];
	expect(new KnownRoom().ruleFor(handmade(sections))).toBe('values');
	expect(new KnownRoom().ruleFor(handmade(sections, { 7: [[0, 1]] }))).toBe('values');
	expect(new KnownRoom().ruleFor(handmade(sections, { 7: [[1, 2]] }))).toBe('values');
	const room = new KnownRoom();
	room.accept(handmade(sections, { 7: [[0, 2]] }));
	expect(room.doc.getMap('workshop').get('title')).toBe('words');
});
