import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardView } from '#lib/document/board-view.ts';
import { boardFromFile, fileFromBoard, sessionFromFile } from '#lib/document/codec.ts';
import { expectedAt } from '#lib/document/roots.ts';
import { readSession } from '#lib/document/session/session.ts';
import { fitsValueType } from '#lib/document/value-type.ts';
import { parseWorkshopValue, type WorkshopFile } from '#lib/domain/workshop-file.ts';
import { workshopFile } from '../domain/arbitraries.ts';
import { exampleNames } from '../domain/examples.ts';
import { boardDoc, exampleFile, idsFrom, Person, randomFrom } from './tools.ts';

/** Sends a document to another computer, as bytes. */
function sent(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

function throughDocuments(file: WorkshopFile): WorkshopFile {
	const session = new Y.Doc();
	sessionFromFile(file, session);
	const view = new BoardView(sent(boardDoc(file)));
	expect(view.problems).toEqual([]);
	const { file: back, warnings } = fileFromBoard(view.content, readSession(sent(session)));
	expect(warnings).toEqual([]);
	return back;
}

describe('a workshop file', () => {
	test.each(exampleNames)('%s comes back the same from a board and a session', (name) => {
		const file = exampleFile(name);
		expect(throughDocuments(file)).toStrictEqual(file);
	});

	test('comes back the same from a board and a session, whatever is in it', () => {
		fc.assert(
			fc.property(workshopFile, (file) => {
				expect(throughDocuments(file)).toStrictEqual(file);
			}),
			{ numRuns: 150, seed: 20_270_312 }
		);
	});

	test('can have names that JavaScript objects have too', () => {
		const file = exampleFile('minimal.en');
		const renamed = JSON.parse(
			JSON.stringify(file).replaceAll(`"${file.parties[0]?.id}"`, '"constructor"')
		) as WorkshopFile;
		const [effect] = renamed.effects;
		effect!.formula = '2 * __proto__ * prototype';
		effect!.amount = null;
		effect!.inputs = [
			{ name: '__proto__', quantity: 3, unit: 'homes' },
			{ name: 'prototype', quantity: null, unit: '' }
		];
		expect(throughDocuments(renamed)).toStrictEqual(renamed);
	});

	test('replaces another workshop on the same board completely', () => {
		fc.assert(
			fc.property(workshopFile, workshopFile, (before, after) => {
				const doc = boardDoc(before);
				boardFromFile(after, doc, { newId: idsFrom('later'), random: randomFrom(5) });
				const { content } = new BoardView(sent(doc));
				const session = readSession(new Y.Doc());
				const drafts = after.scenarios.map((one) => ({ ...one, status: 'draft' as const }));
				const expected = { ...after, scenarios: drafts, rounds: [], challenges: [] };
				expect(fileFromBoard(content, session).file).toEqual(expected);
			}),
			{ numRuns: 60, seed: 20_270_313 }
		);
	});

	test('that is put back where it already is changes nothing', () => {
		const file = exampleFile('demo-molenwijk.nl');
		const doc = boardDoc(file);
		const before = Y.encodeStateVector(doc);
		boardFromFile(file, doc, { newId: idsFrom('later'), random: randomFrom(5) });
		expect(Y.encodeStateVector(doc)).toEqual(before);
	});
});

describe('the shape of the board', () => {
	test('allows everything that a workshop file makes, and says of what type it is', () => {
		fc.assert(
			fc.property(workshopFile, (file) => {
				const doc = boardDoc(file);
				for (const [root, map] of doc.share) {
					if (root !== 'meta') expectAllowed([root], map as unknown as Y.Map<unknown>);
				}
			}),
			{ numRuns: 60, seed: 20_270_314 }
		);
	});

	test('knows no other roots, fields or depths', () => {
		expect(expectedAt(['meta'])).toBeUndefined();
		expect(expectedAt(['effects', 'e1', 'colour'])).toBeUndefined();
		expect(expectedAt(['scenarios', 's1', 'status'])).toBeUndefined();
		expect(expectedAt(['effects', 'e1', 'title', 'deeper'])).toBeUndefined();
		expect(expectedAt(['effects', '__proto__'])).toBeUndefined();
		expect(expectedAt(['effects', 'e1', 'hasOwnProperty'])).toBeUndefined();
		expect(expectedAt(['workshop', 'order'])).toBeUndefined();
	});

	test('tells a type from a value that only looks like it', () => {
		const quantity = expectedAt(['effects', 'e1', 'amount']);
		if (quantity?.holds !== 'value') throw new Error('an amount is a plain value');
		expect(fitsValueType(quantity.type, { low: 1, likely: 2, high: 3 })).toBe(true);
		for (const value of ['1', [1], { low: '1' }, { lowest: 1 }, new Uint8Array(2), NaN]) {
			expect(fitsValueType(quantity.type, value)).toBe(false);
		}
	});
});

function expectAllowed(path: string[], value: unknown): void {
	const expected = expectedAt(path);
	if (value instanceof Y.Map) {
		expect(expected, path.join()).toEqual({ holds: 'map' });
		for (const [key, inner] of value) expectAllowed([...path, key], inner);
	} else if (value instanceof Y.Text) expect(expected, path.join()).toEqual({ holds: 'text' });
	else {
		const fits = expected?.holds === 'value' && fitsValueType(expected.type, value);
		expect(fits, path.join()).toBe(true);
	}
}

test('an empty document reads as an empty workshop that has no problems yet', () => {
	const { board, content } = new Person(1);
	expect(board.problems).toEqual([]);
	expect(content.parties).toEqual([]);
	const { file } = fileFromBoard(content, readSession(new Y.Doc()));
	expect(parseWorkshopValue(structuredClone(file)).problems).toEqual([]);
});
