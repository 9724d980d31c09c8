import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '#lib/document/board.ts';
import { BoardView } from '#lib/document/board-view.ts';
import { recordFields, recordKinds } from '#lib/document/shape.ts';
import { boardRoots, rootOf } from '#lib/document/roots.ts';
import { boardDoc, exampleFile, exportProblems, idsFrom, randomFrom } from './tools.ts';

const start = Y.encodeStateAsUpdate(boardDoc(exampleFile('minimal.en')));

const key = fc.oneof(
	fc.constantFrom('__proto__', 'constructor', 'prototype', '', 'toString', 'order', 'id'),
	fc.constantFrom(...recordKinds.flatMap((kind) => Object.keys(recordFields[kind]))),
	fc.string({ maxLength: 70 })
);

const range = fc.record({ low: fc.double(), likely: fc.double(), high: fc.double() });

/** Everything that a shared map can hold, made anew each time because a shared type has one place. */
const value: fc.Arbitrary<() => unknown> = fc.oneof(
	fc.json().map((text) => () => JSON.parse(text) as unknown),
	fc
		.constantFrom<unknown>(null, NaN, -0, Infinity, 1e300, '', 'do-nothing')
		.map((raw) => () => raw),
	range.map((raw) => () => ({ ...raw })),
	fc.uint8Array({ maxLength: 4 }).map((bytes) => () => bytes),
	fc.constantFrom<() => unknown>(
		() => new Y.Text('text'),
		() => new Y.Map([['low', 1]]),
		() => Y.Array.from([1, 'two']),
		() => new Y.XmlText('xml'),
		() => new Y.XmlElement('b'),
		() => new Y.XmlFragment()
	)
);

const write = fc.record({
	root: fc.constantFrom(...boardRoots),
	/** Which record, item and field is written over, counted among what is there; or a new key. */
	path: fc.array(fc.oneof(fc.nat(200), key), { minLength: 1, maxLength: 4 }),
	value
});

/** Writes a value somewhere below a map, as deep as there are maps. */
function apply(map: Y.Map<unknown>, path: readonly (number | string)[], make: () => unknown): void {
	const [step, ...rest] = path;
	const keys = [...map.keys()];
	const name = typeof step === 'number' ? keys[step % Math.max(1, keys.length)] : step;
	if (name === undefined) return;
	const inner = map.get(name);
	if (rest.length > 0 && inner instanceof Y.Map) apply(inner, rest, make);
	else map.set(name, make());
}

test('whatever stands on a board, reading it never throws and the export parses', () => {
	fc.assert(
		fc.property(fc.array(write, { minLength: 1, maxLength: 40 }), (writes) => {
			const doc = new Y.Doc();
			Y.applyUpdate(doc, start);
			const board = new Board(doc, { newId: idsFrom('new'), random: randomFrom(1) });
			for (const { root, path, value: make } of writes) apply(doc.getMap(root), path, make);
			expect(exportProblems(board)).toEqual([]);
			const copy = new Y.Doc();
			Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
			const view = new BoardView(copy);
			expect(view.content).toEqual(board.content);
			expect(view.problems).toEqual(board.problems);
			expect(({} as Record<string, unknown>)['low']).toBeUndefined();
			board.destroy();
		}),
		{ numRuns: 400, seed: 20_270_401 }
	);
});

test('a root that somebody used as a list or text reads as empty', () => {
	for (const fill of [
		(doc: Y.Doc) => doc.getArray('effects').push([1, 'two', new Y.Map()]),
		(doc: Y.Doc) => doc.getText('effects').insert(0, 'words')
	]) {
		const hostile = new Y.Doc();
		fill(hostile);
		const doc = new Y.Doc();
		const board = new Board(doc, { newId: idsFrom('new'), random: randomFrom(1) });
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(hostile));
		for (const root of Object.values(rootOf)) expect(board.content[root]).toEqual([]);
		expect(exportProblems(board)).toEqual([]);
	}
});
