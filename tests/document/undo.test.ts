import { describe, expect, test } from 'vitest';
import { exchange, exampleFile, made, peopleWith, type Person } from './tools.ts';

function two(): [Person, Person] {
	const [ann, bob] = peopleWith('demo-molenwijk.nl', 2);
	return [ann!, bob!];
}

describe('undo', () => {
	test('takes back only what one did oneself', () => {
		const [ann, bob] = two();
		const [measure, other] = ann.content.measures;
		made(ann.board.change('measure', measure!.id, { title: 'Van Ann' }));
		made(bob.board.change('measure', measure!.id, { ownerName: 'Bob' }));
		made(bob.board.change('measure', other!.id, { title: 'Van Bob' }));
		exchange(ann, bob);
		ann.board.history.undo();
		exchange(ann, bob);
		expect(bob.board.find('measure', measure!.id)).toEqual({ ...measure, ownerName: 'Bob' });
		expect(bob.board.find('measure', other!.id)?.title).toBe('Van Bob');
		expect(ann.board.history.canUndo).toBe(false);
		expect(bob.board.history.canUndo).toBe(true);
	});

	test('leaves a value that somebody else wrote since', () => {
		const [ann, bob] = two();
		const { id } = ann.content.parties[0]!;
		made(ann.board.change('party', id, { name: 'Van Ann' }));
		exchange(ann, bob);
		made(bob.board.change('party', id, { name: 'Van Bob' }));
		exchange(ann, bob);
		ann.board.history.undo();
		exchange(ann, bob);
		expect(bob.board.find('party', id)?.name).toBe('Van Bob');
	});

	test('leaves the words that somebody else typed in the same text', () => {
		const [ann, bob] = two();
		const { id, description } = ann.content.measures[0]!;
		made(ann.board.setText('measure', id, 'description', `${description} Woorden van Ann.`));
		exchange(ann, bob);
		made(
			bob.board.setText('measure', id, 'description', `Bob eerst. ${description} Woorden van Ann.`)
		);
		exchange(ann, bob);
		ann.board.history.undo();
		expect(ann.board.find('measure', id)?.description).toBe(`Bob eerst. ${description}`);
	});

	test.each(['party', 'indicator', 'measure', 'effect', 'scenario'] as const)(
		'of removing a %s brings everything back, for everybody',
		(kind) => {
			const [ann, bob] = two();
			const before = structuredClone(ann.content);
			const list = {
				party: 'parties',
				indicator: 'indicators',
				measure: 'measures',
				effect: 'effects',
				scenario: 'scenarios'
			} as const;
			for (const { id } of before[list[kind]]) {
				made(ann.board.remove(kind, id));
				exchange(ann, bob);
				expect(bob.board.find(kind, id)).toBeUndefined();
				ann.board.history.undo();
				exchange(ann, bob);
				expect(ann.content).toEqual(before);
				expect(bob.content).toEqual(before);
			}
			expect(ann.board.problems).toEqual([]);
		}
	);

	test('of opening another file brings the whole board back', () => {
		const [ann, bob] = two();
		const before = structuredClone(ann.content);
		made(ann.board.replaceContent(exampleFile('demo-riverside.en')));
		exchange(ann, bob);
		expect(bob.content.workshop.language).toBe('en');
		ann.board.history.undo();
		exchange(ann, bob);
		expect(bob.content).toEqual(before);
	});

	test('and redo go there and back', () => {
		const [ann] = two();
		const before = structuredClone(ann.content);
		const id = made(ann.board.addScenario({ title: 'Derde weg' }));
		made(ann.board.setChoice(id, before.measures[0]!.id, { decision: 'pilot' }));
		const after = structuredClone(ann.content);
		ann.board.history.undo();
		ann.board.history.undo();
		expect(ann.content).toEqual(before);
		expect(ann.board.history.canUndo).toBe(false);
		ann.board.history.redo();
		ann.board.history.redo();
		expect(ann.content).toEqual(after);
		expect(ann.board.history.canRedo).toBe(false);
	});

	test('of an accepted suggestion takes its measure and effects back in one step', () => {
		const [ann] = two();
		const before = structuredClone(ann.content);
		const partyId = before.parties[0]!.id;
		made(
			ann.board.addMeasureWith({
				measure: { title: 'Huismeester', contributions: [{ partyId, amount: 40_000 }] },
				effects: [
					{ title: 'Schonere portieken', recipients: [{ partyId, share: 0.5 }] },
					{ title: 'Meer meldingen', direction: 'harm' }
				]
			})
		);
		expect(ann.content.effects).toHaveLength(before.effects.length + 2);
		ann.board.history.undo();
		expect(ann.content).toEqual(before);
	});
});

describe('one step', () => {
	function type(person: Person, words: string[], milliseconds: number): void {
		const { id } = person.content.measures[0]!;
		for (const word of words) {
			const { description } = person.board.find('measure', id)!;
			made(person.board.setText('measure', id, 'description', description + word));
			person.time += milliseconds;
		}
	}

	test('is what one types in one text without a pause', () => {
		const [ann] = two();
		const before = ann.content.measures[0]!.description;
		type(ann, [' een', ' twee', ' drie'], 300);
		ann.board.history.undo();
		expect(ann.content.measures[0]!.description).toBe(before);
	});

	test('ends after a second without typing', () => {
		const [ann] = two();
		const before = ann.content.measures[0]!.description;
		type(ann, [' een', ' twee'], 1000);
		ann.board.history.undo();
		expect(ann.content.measures[0]!.description).toBe(`${before} een`);
	});

	test('ends when one goes on to another field, or leaves it', () => {
		const [ann] = two();
		const { id, title } = ann.content.measures[0]!;
		type(ann, [' een'], 1);
		made(ann.board.change('measure', id, { title: 'Nieuw' }));
		ann.board.history.endStep();
		made(ann.board.change('measure', id, { title: 'Nieuwer' }));
		ann.board.history.undo();
		expect(ann.content.measures[0]!.title).toBe('Nieuw');
		ann.board.history.undo();
		expect(ann.content.measures[0]).toMatchObject({
			title,
			description: expect.stringMatching(/ een$/)
		});
	});

	test('is told to whoever shows the undo button', () => {
		const [ann] = two();
		const seen: boolean[] = [];
		const stop = ann.board.history.subscribe(() => seen.push(ann.board.history.canUndo));
		made(ann.board.addParty({ name: 'Kerk' }));
		ann.board.history.undo();
		stop();
		ann.board.history.redo();
		expect([seen[0], seen.at(-1)]).toEqual([true, false]);
	});
});
