import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { exchange, made, peopleWith, type Person } from './tools.ts';

function two(): [Person, Person] {
	const [ann, bob] = peopleWith('demo-molenwijk.nl', 2);
	return [ann!, bob!];
}

describe('two people on one board', () => {
	test('who change two fields of one card both get their way', () => {
		const [ann, bob] = two();
		const { id } = ann.content.measures[0]!;
		made(ann.board.change('measure', id, { title: 'Titel van Ann' }));
		made(bob.board.change('measure', id, { ownerName: 'Bob' }));
		exchange(ann, bob);
		for (const { board } of [ann, bob]) {
			expect(board.find('measure', id)).toMatchObject({ title: 'Titel van Ann', ownerName: 'Bob' });
		}
	});

	test('who change two recipients of one effect both get their way', () => {
		const [ann, bob] = two();
		const effect = ann.content.effects.find(({ recipients }) => recipients.length >= 2)!;
		const [one, other] = effect.recipients;
		made(ann.board.setRecipient(effect.id, one!.partyId, { share: 0.25 }));
		made(bob.board.setRecipient(effect.id, other!.partyId, { share: 0.125 }));
		exchange(ann, bob);
		const recipients = bob.board.find('effect', effect.id)!.recipients;
		expect(recipients.slice(0, 2).map(({ share }) => share)).toEqual([0.25, 0.125]);
		expect(ann.content).toEqual(bob.content);
	});

	test('who type in one text both keep their words', () => {
		const [ann, bob] = two();
		const { id } = ann.content.measures[0]!;
		made(ann.board.setText('measure', id, 'description', 'Eerst overleg, dan bouwen.'));
		exchange(ann, bob);
		made(ann.board.setText('measure', id, 'description', 'Eerst goed overleg, dan bouwen.'));
		made(bob.board.setText('measure', id, 'description', 'Eerst overleg, dan samen bouwen!'));
		exchange(ann, bob);
		const words = 'Eerst goed overleg, dan samen bouwen!';
		expect(ann.board.find('measure', id)?.description).toBe(words);
		expect(bob.board.find('measure', id)?.description).toBe(words);
	});

	test('who type next to an emoji never break it', () => {
		const [ann, bob] = two();
		made(ann.board.setText('workshop', '', 'question', 'Wat willen we? 😀'));
		exchange(ann, bob);
		made(bob.board.setText('workshop', '', 'question', 'Wat willen we? 😁😀'));
		made(ann.board.setText('workshop', '', 'question', 'Wat willen we? 😃'));
		exchange(ann, bob);
		const { question } = ann.content.workshop;
		expect(question.isWellFormed()).toBe(true);
		expect(question).toContain('😃');
		expect(question).toContain('😁');
		expect(bob.content.workshop.question).toBe(question);
	});

	test.each([
		['😀', '😃'],
		['😀', '🨀'],
		['a😀b', 'a🨀b'],
		['😀😃', '😃'],
		['é', 'e\u0301']
	])('who see "%s" become "%s" see whole characters', (before, after) => {
		const [ann, bob] = two();
		for (const words of [before, after, before]) {
			made(ann.board.setText('workshop', '', 'question', words));
			exchange(ann, bob);
			expect(bob.content.workshop.question).toBe(words);
		}
	});

	test('who add cards at one spot see them in the same order everywhere', () => {
		const people = peopleWith('demo-molenwijk.nl', 3);
		const [first, second] = people[0]!.content.measures;
		const added = people.flatMap(({ board }) =>
			[1, 2, 3].map(() => made(board.addMeasure({}, { after: first!.id })))
		);
		exchange(...people);
		const [ann, ...others] = people;
		const ids = ann!.content.measures.map(({ id }) => id);
		expect(ids.slice(0, 11)).toEqual([first!.id, ...ids.slice(1, 10), second!.id]);
		expect(new Set(ids.slice(1, 10))).toEqual(new Set(added));
		for (const { content } of others) expect(content.measures).toEqual(ann!.content.measures);
	});

	test('who add a card with the same order text can still put one in between', () => {
		const [ann, bob] = two();
		const one = made(ann.board.addParty({ name: 'Een' }));
		const other = made(bob.board.addParty({ name: 'Twee' }));
		exchange(ann, bob);
		const parties = ann.doc.getMap<Y.Map<unknown>>('parties');
		const order = parties.get(one)!.get('order');
		parties.get(other)!.set('order', order);
		const [first, last] = ann.content.parties.slice(-2);
		const between = made(ann.board.addParty({ name: 'Ertussen' }, { before: last!.id }));
		exchange(ann, bob);
		const ids = [first!.id, between, last!.id];
		expect(ann.content.parties.slice(-3).map(({ id }) => id)).toEqual(ids);
		expect(bob.content.parties.slice(-3).map(({ id }) => id)).toEqual(ids);
	});

	test('who remove a party and give it a share leave a board that reads without it', () => {
		const [ann, bob] = two();
		const party = made(ann.board.addParty({ name: 'Tijdelijk' }));
		exchange(ann, bob);
		const effect = ann.content.effects[0]!;
		made(ann.board.remove('party', party));
		made(bob.board.setRecipient(effect.id, party, { share: 0 }));
		exchange(ann, bob);
		expect(ann.content).toEqual(bob.content);
		expect(ann.board.find('effect', effect.id)?.recipients).toEqual(effect.recipients);
		expect(ann.board.problems).toMatchObject([
			{ kind: 'effect', id: effect.id, field: `recipients.${party}`, reason: 'dangling' }
		]);
	});
});

describe('reading after a change', () => {
	test('keeps the identity of everything that did not change', () => {
		const [ann, bob] = two();
		const before = ann.content;
		const [effect, ...others] = before.effects;
		made(bob.board.change('effect', effect!.id, { title: 'Anders' }));
		exchange(ann, bob);
		const { content } = ann;
		for (const name of ['parties', 'measures', 'scenarios', 'workshop'] as const) {
			expect(content[name]).toBe(before[name]);
		}
		expect(content.effects).not.toBe(before.effects);
		expect(content.effects[0]).not.toBe(effect);
		expect(content.effects[0]?.recipients).toBe(effect?.recipients);
		others.forEach((other, index) => expect(content.effects[index + 1]).toBe(other));
	});

	test('tells once per transaction what changed and whether it was local', () => {
		const [ann, bob] = two();
		const heard: unknown[] = [];
		ann.board.subscribe((change) => heard.push(change));
		const measureId = made(ann.board.addMeasure({ title: 'Buurtkamer' }));
		const party = bob.content.parties[0]!.id;
		made(bob.board.change('party', party, { atTable: !bob.content.parties[0]!.atTable }));
		Y.applyUpdate(ann.doc, Y.encodeStateAsUpdate(bob.doc));
		expect(heard).toEqual([
			{ local: true, records: [{ kind: 'measure', id: measureId, how: 'added' }] },
			{ local: false, records: [{ kind: 'party', id: party, how: 'changed' }] }
		]);
	});

	test('says nothing when somebody writes what was there already', () => {
		const [ann, bob] = two();
		const heard: unknown[] = [];
		ann.board.subscribe((change) => heard.push(change));
		const effect = ann.doc.getMap<Y.Map<unknown>>('effects').get(ann.content.effects[0]!.id)!;
		effect.set('title', effect.get('title'));
		exchange(ann, bob);
		expect(heard).toEqual([]);
	});

	test('shows a verb at once to who used it', () => {
		const [ann] = two();
		const id = made(ann.board.addCause({ text: 'Te weinig licht' }));
		expect(ann.content.causes.at(-1)).toMatchObject({ id, text: 'Te weinig licht' });
	});
});
