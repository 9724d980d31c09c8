import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Session } from '#lib/document/session/session.ts';
import {
	documentVersion,
	migrate,
	newerDocument,
	versionOf
} from '#lib/document/migrations/migrate.ts';
import { boardDoc, exampleFile, peopleWith } from './tools.ts';

describe('the version of a document', () => {
	test('is written by the server when it makes the document', () => {
		const doc = boardDoc(exampleFile('minimal.en'));
		expect(doc.getMap('meta').toJSON()).toEqual({ documentVersion });
		expect(versionOf(doc)).toBe(documentVersion);
	});

	test('is this one as long as nothing was written, and migrating again changes nothing', () => {
		const doc = new Y.Doc();
		expect(versionOf(doc)).toBe(documentVersion);
		expect(migrate(doc)).toBeUndefined();
		const state = Y.encodeStateVector(doc);
		expect(migrate(doc)).toBeUndefined();
		expect(Y.encodeStateVector(doc)).toEqual(state);
	});

	test('that is newer makes every verb refuse with a sentence, and nothing is migrated', () => {
		const [{ doc, board }] = peopleWith('minimal.en', 1) as [ReturnType<typeof peopleWith>[0]];
		expect(board.refusal).toBeUndefined();
		doc.getMap('meta').set('documentVersion', documentVersion + 1);
		const refusal = newerDocument(doc);
		expect(refusal?.message).toBe(
			'This workshop has version 2 and this program knows version 1. Reload the page, or update the program.'
		);
		const { content } = board;
		const { id } = content.measures[0]!;
		expect(board.refusal).toEqual(refusal);
		expect(board.addParty({ name: 'Kerk' })).toEqual(refusal);
		expect(board.change('measure', id, { title: 'x' })).toEqual(refusal);
		expect(board.remove('measure', id)).toEqual(refusal);
		expect(board.replaceContent(exampleFile('sound-example.nl'))).toEqual(refusal);
		expect(board.content).toBe(content);
		expect(new Session(doc).refusal).toEqual(refusal);
		expect(migrate(doc)).toEqual(refusal);
		expect(versionOf(doc)).toBe(documentVersion + 1);
	});
});
