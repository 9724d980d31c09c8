import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
	freeSteps,
	stepsPerStruct,
	stepTwoBudget,
	updateBudget
} from '#lib/server/rooms/gate/budget.ts';
import { content, handmade, type Handmade } from '../support/handmade.ts';
import { KnownRoom } from '../support/known-room.ts';

type Id = readonly [client: number, clock: number];

const description = [1, 1] as const;
const letter = content.string('x');

/** A room with an empty description, which is what client 1 wrote second. */
function roomWithText(): KnownRoom {
	const room = new KnownRoom();
	const doc = new Y.Doc();
	doc.clientID = 1;
	doc.transact(() => {
		const measure = new Y.Map<unknown>();
		doc.getMap('measures').set('m1', measure);
		measure.set('description', new Y.Text());
	});
	room.accept(Y.encodeStateAsUpdate(doc));
	return room;
}

/** A letter between two neighbours; at the start of the text without a left one. */
function between(origin: Id | undefined, rightOrigin?: Id): Handmade {
	return {
		content: letter,
		...(origin && { origin }),
		...(rightOrigin && { rightOrigin }),
		...(!origin && !rightOrigin && { parent: description })
	};
}

/** Letters that each follow the one before, as somebody types them. */
function chain(client: number, length: number): Handmade[] {
	return Array.from({ length }, (_, clock) => between(clock > 0 ? [client, clock - 1] : undefined));
}

/** How many items Yjs steps over while it applies an update: each goes into two sets. */
function stepsOf(room: KnownRoom): number {
	const { add } = Set.prototype;
	let added = 0;
	Set.prototype.add = function (value) {
		if (value instanceof Y.Item) added += 1;
		return add.call(this, value);
	};
	try {
		room.apply();
	} finally {
		Set.prototype.add = add;
	}
	return added / 2;
}

describe('an update that would take Yjs seconds', () => {
	test('by letters that each want to be before another letter of a long text is refused', () => {
		const far = Array.from({ length: 2_400 }, (_, index) => between(undefined, [9, 2_399 - index]));
		const update = handmade([
			{ client: 9, structs: chain(9, 2_400) },
			{ client: 8, structs: far }
		]);
		expect(roomWithText().ruleFor(update)).toBe('reach');
	});

	test('by letters that all want the same place is refused', () => {
		const crowd = Array.from({ length: 200 }, (_, index) => ({
			client: index + 10,
			structs: Array.from({ length: 20 }, () => between(undefined))
		}));
		expect(roomWithText().ruleFor(handmade(crowd))).toBe('reach');
	});

	test('is refused also when it comes in parts that are gathered together', () => {
		const room = roomWithText();
		const first = Array.from({ length: 1_500 }, (_, clock) =>
			between(undefined, clock > 0 ? [8, clock - 1] : undefined)
		);
		expect(room.ruleFor(handmade([{ client: 8, structs: first }]))).toBe('accept');
		const second = first.map((_, clock) =>
			between(undefined, clock > 0 ? [9, clock - 1] : undefined)
		);
		expect(room.ruleFor(handmade([{ client: 9, structs: second }]))).toBe('reach');
	});

	test('by letters whose neighbours touch only when others stand elsewhere is refused', () => {
		const after: Id = [19, 0];
		const crowd = Array.from({ length: 280 }, () => between(after));
		const squeezed = Array.from({ length: 4_000 }, (_, clock) =>
			between(after, clock > 0 ? [30, clock - 1] : [20, 0])
		);
		const update = handmade([
			{ client: 19, structs: chain(19, 1) },
			{ client: 20, structs: crowd },
			{ client: 30, structs: squeezed }
		]);
		expect(roomWithText().ruleFor(update)).toBe('reach');
	});

	test('is refused with what it brought, so that the next one is judged as if it never came', () => {
		const room = roomWithText();
		const crowd = Array.from({ length: 4_000 }, () => between(undefined));
		expect(room.ruleFor(handmade([{ client: 8, structs: crowd }]))).toBe('reach');
		expect(room.ruleFor(handmade([{ client: 9, structs: chain(9, 2_000) }]))).toBe('accept');
	});
});

test('whatever order letters claim, what is let in takes no more steps than its bound (seed 21)', () => {
	const verdicts = new Set<string>();
	const frames = fc.record({
		length: fc.integer({ min: 300, max: 1_500 }),
		clients: fc.integer({ min: 1, max: 4 }),
		wild: fc.constantFrom(0, 0.01, 0.03, 0.1, 1),
		picks: fc.infiniteStream(
			fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), fc.nat())
		)
	});
	fc.assert(
		fc.property(frames, ({ length, clients, wild, picks }) => {
			const room = roomWithText();
			const rule = room.ruleFor(claiming({ length, clients, wild, picks }), {}, stepTwoBudget);
			verdicts.add(rule);
			expect(['accept', 'reach']).toContain(rule);
			const steps = rule === 'accept' ? stepsOf(room) : 0;
			expect(steps).toBeLessThanOrEqual(freeSteps + stepsPerStruct * length);
		}),
		{ seed: 21, numRuns: 60 }
	);
	expect(verdicts).toEqual(new Set(['accept', 'reach']));
});

type Claims = {
	length: number;
	clients: number;
	/** Share of the letters that claim any place; the others continue what their client wrote. */
	wild: number;
	picks: Iterator<[number, number, number]>;
};

function claiming({ length, clients, wild, picks }: Claims): Uint8Array {
	const written: Id[] = [];
	const sections = Array.from({ length: clients }, (_, index) => ({
		client: index + 10,
		structs: [] as Handmade[]
	}));
	for (let index = 0; index < length; index += 1) {
		const [chance, one, other] = picks.next().value as [number, number, number];
		// The later sections may refer to the earlier ones only, so that nobody waits in a circle.
		const section = sections[Math.floor((index * clients) / length)]!;
		const clock = section.structs.length;
		const left = chance < wild ? written[one % (written.length + 1)] : written.at(-1);
		const right = chance < wild ? written[other % (written.length + 1)] : undefined;
		section.structs.push(between(left, right));
		written.push([section.client, clock]);
	}
	return handmade(sections);
}

test('what several people write in one text at the same time, offline too, passes', () => {
	const room = roomWithText();
	const edits = fc.array(
		fc.record({
			who: fc.nat(3),
			at: fc.double({ min: 0, max: 1, noNaN: true }),
			remove: fc.nat(9).map((roll) => roll < 3),
			text: fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom('a', 'b', ' ') }),
			meet: fc.nat(39).map((roll) => roll === 0)
		}),
		{ minLength: 400, maxLength: 600 }
	);
	const [history = []] = fc.sample(edits, { seed: 22, numRuns: 1 });
	const people = [2, 3, 4, 5].map((clientID) => {
		const doc = new Y.Doc();
		doc.clientID = clientID;
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc));
		return doc;
	});
	for (const { who, at, remove, text, meet } of history) {
		const doc = people[who]!;
		const written = (doc.getMap('measures').get('m1') as Y.Map<Y.Text>).get('description')!;
		const place = Math.floor(at * written.length);
		if (remove && written.length > 4) written.delete(Math.min(place, written.length - 3), 2);
		else written.insert(place, text);
		if (!meet) continue;
		const missing = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(room.doc));
		expect(['accept', 'nothing']).toContain(room.ruleFor(missing, {}, updateBudget));
		room.apply();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc));
	}
	const all = (room.doc.getMap('measures').get('m1') as Y.Map<Y.Text>).get('description')!;
	expect(all.length).toBeGreaterThan(300);
});
