import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardView } from '#lib/document/board-view.ts';
import { takeBack } from '#lib/document/taking-back/take-back.ts';
import { Tracer, type Written } from '#lib/document/taking-back/trace.ts';
import { exampleFile, boardDoc, made, Person } from './tools.ts';

/** Some people at one board; what each writes reaches the others at once, and is written down. */
class Table {
	readonly written: Written[] = [];
	readonly start = Y.encodeStateAsUpdate(boardDoc(exampleFile('minimal.en')));
	readonly people: readonly Person[];
	time = 0;

	constructor(count: number) {
		this.people = Array.from({ length: count }, (_, index) => new Person(index + 1, this.start));
		this.people.forEach(({ doc }, index) =>
			doc.on('update', (update: Uint8Array, origin: unknown) => {
				if (origin === 'from another') return;
				this.written.push({ memberId: `p${index + 1}`, at: this.time, update });
				for (const other of this.people) Y.applyUpdate(other.doc, update, 'from another');
			})
		);
	}

	/** Takes back what somebody did since a moment, and gives what stays and what is then on the board. */
	takeBack(memberId: string, since = 0) {
		const tracer = new Tracer(this.start, { memberId, since });
		tracer.play(this.written);
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.people[0]!.doc));
		const kept = takeBack(doc, tracer.traces());
		tracer.destroy();
		const view = new BoardView(doc);
		return { kept, content: view.content, problems: view.problems };
	}
}

function seated() {
	const table = new Table(3);
	const [ann, bob] = table.people as [Person, Person, Person];
	return { table, ann, bob, measure: ann.content.measures[0]!, party: ann.content.parties[0]! };
}

describe('taking back what one member did', () => {
	test('puts back what they changed, and leaves what others wrote, also in the same card', () => {
		const { table, ann, bob, measure } = seated();
		ann.board.change('measure', measure.id, { title: 'Nonsense', ownerName: 'Nobody' });
		ann.board.setText('measure', measure.id, 'description', 'Scribble');
		bob.board.change('measure', measure.id, { reach: 40 });
		const { content, kept } = table.takeBack('p1');
		expect(content.measures[0]).toEqual({ ...measure, reach: 40 });
		expect(kept).toEqual([]);
	});

	test('keeps what somebody else wrote over it since, and says who', () => {
		const { table, ann, bob, measure } = seated();
		ann.board.change('measure', measure.id, { title: 'Nonsense', reach: 9000 });
		bob.board.change('measure', measure.id, { title: 'Sense' });
		const { content, kept } = table.takeBack('p1');
		expect(content.measures[0]).toEqual({ ...measure, title: 'Sense' });
		expect(kept).toEqual([
			{ kind: 'measure', id: measure.id, field: 'title', by: 'p2', why: 'changed' }
		]);
	});

	test('goes back to what somebody else wrote in between, not further', () => {
		const { table, ann, bob, measure } = seated();
		ann.board.change('measure', measure.id, { title: 'First' });
		bob.board.change('measure', measure.id, { title: 'Between' });
		ann.board.change('measure', measure.id, { title: 'Last' });
		expect(table.takeBack('p1').content.measures[0]?.title).toBe('Between');
	});

	test('takes added cards away and brings removed ones back, with everything that went along', () => {
		const { table, ann, measure } = seated();
		const before = ann.content;
		ann.board.remove('measure', measure.id);
		made(ann.board.addMeasure({ title: 'New' }));
		const { content, kept } = table.takeBack('p1');
		expect(content).toEqual(before);
		expect(kept).toEqual([]);
	});

	test('keeps an added card on which something of another hangs, or in which another wrote', () => {
		const { table, ann, bob } = seated();
		const needed = made(ann.board.addMeasure({ title: 'Needed' }));
		const written = made(ann.board.addMeasure({ title: 'Written in' }));
		const alone = made(ann.board.addMeasure({ title: 'Alone' }));
		const effect = made(bob.board.addEffect({ title: 'Hangs on it', measureIds: [needed] }));
		bob.board.change('measure', written, { reach: 5 });
		const { content, kept, problems } = table.takeBack('p1');
		const ids = content.measures.map(({ id }) => id);
		expect([ids.includes(needed), ids.includes(written), ids.includes(alone)]).toEqual([
			...[true, true, false]
		]);
		expect(content.effects.find(({ id }) => id === effect)?.measureIds).toEqual([needed]);
		expect(problems).toEqual([]);
		expect(kept).toContainEqual({
			...{ kind: 'measure', id: needed, field: null, by: null, why: 'needed' }
		});
		expect(kept).toContainEqual({
			...{ kind: 'measure', id: written, field: null, by: 'p2', why: 'changed' }
		});
	});

	test('leaves what they did before the moment that was chosen', () => {
		const { table, ann, measure } = seated();
		ann.board.change('measure', measure.id, { title: 'Good work' });
		table.time = 10;
		ann.board.change('measure', measure.id, { title: 'Vandalism' });
		expect(table.takeBack('p1', 10).content.measures[0]?.title).toBe('Good work');
		expect(table.takeBack('p1', 11).content.measures[0]?.title).toBe('Vandalism');
	});
});

const step = fc.record({
	who: fc.integer({ min: 0, max: 2 }),
	what: fc.constantFrom(
		...(['title', 'reach', 'add', 'remove', 'effect', 'receive', 'move', 'undo', 'text'] as const)
	),
	which: fc.nat({ max: 20 }),
	word: fc.string({ maxLength: 6 })
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function act({ board, content }: Person, { what, which, word }: Step): void {
	const measure = content.measures[which % Math.max(1, content.measures.length)];
	const effect = content.effects[which % Math.max(1, content.effects.length)];
	const party = content.parties[which % Math.max(1, content.parties.length)];
	if (what === 'add') board.addMeasure({ title: `M${word}` });
	if (what === 'undo') board.history.undo();
	if (measure && what === 'title') board.change('measure', measure.id, { title: `T${word}` });
	if (measure && what === 'reach') board.change('measure', measure.id, { reach: which });
	if (measure && what === 'text') board.setText('measure', measure.id, 'description', word);
	if (measure && what === 'remove') board.remove('measure', measure.id);
	if (measure && what === 'move') board.move('measure', measure.id, 'first');
	if (measure && what === 'effect') board.addEffect({ title: 'E', measureIds: [measure.id] });
	if (effect && party && what === 'receive') {
		board.setRecipient(effect.id, party.id, { share: which / 100 });
	}
}

describe('whatever was done in whatever order', () => {
	test('taking back the work of the only one who wrote gives the board of before', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
				const table = new Table(1);
				const [ann] = table.people as [Person];
				const before = ann.content;
				for (const one of steps) act(ann, one);
				expect(table.takeBack('p1').content).toEqual(before);
			}),
			{ seed: 9, numRuns: 40 }
		);
	});

	test('the board stays readable, and the work of those who wrote last stays', () => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 30 }), fc.string(), (steps, last) => {
				const table = new Table(3);
				const [, bob] = table.people as [Person, Person, Person];
				for (const one of steps) act(table.people[one.who]!, one);
				const id = bob.content.measures[0]?.id;
				if (id !== undefined) bob.board.change('measure', id, { title: `Bob ${last}` });
				const { content, problems } = table.takeBack('p1');
				expect(problems.filter(({ reason }) => reason !== 'computed')).toEqual([]);
				if (id === undefined) return;
				expect(content.measures.find((one) => one.id === id)?.title).toBe(
					bob.content.measures[0]?.title
				);
			}),
			{ seed: 9, numRuns: 40 }
		);
	});
});
