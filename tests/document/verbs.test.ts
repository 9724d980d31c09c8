import { beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '#lib/document/board.ts';
import { isRefusal, type Refusal } from '#lib/document/refusal.ts';
import { untitled } from '#lib/document/schema.ts';
import { exportProblems, made, peopleWith, Person, randomFrom } from './tools.ts';

let person: Person;
let board: Board;

beforeEach(() => {
	person = peopleWith('demo-molenwijk.nl', 1)[0]!;
	board = person.board;
});

/** Uses a verb that must be refused, and checks that it changed nothing and is no step of undo. */
function refused(use: () => unknown): Refusal {
	const { content } = board;
	const version = Y.encodeStateVector(person.doc);
	const answer = use();
	expect(board.content).toBe(content);
	expect(Y.encodeStateVector(person.doc)).toEqual(version);
	if (!isRefusal(answer)) throw new Error('The verb was not refused.');
	expect(answer.message).toMatch(/\.$/);
	return answer;
}

describe('every verb', () => {
	test('is one transaction', () => {
		let updates = 0;
		person.doc.on('update', () => (updates += 1));
		const [measure, other] = board.content.measures;
		const uses = [
			() => board.addMeasureWith({ measure: {}, effects: [{ title: 'Een' }, { title: 'Twee' }] }),
			() => board.addScenario({ choices: [{ measureId: measure!.id }] }),
			() => board.change('measure', measure!.id, { title: 'Nieuw', description: 'Ook nieuw' }),
			() => board.move('measure', measure!.id, { after: other!.id }),
			() => board.remove('measure', measure!.id)
		];
		for (const [index, use] of uses.entries()) {
			made(use());
			expect(updates).toBe(index + 1);
		}
	});

	test('keeps the board such that its file parses', () => {
		made(board.addParty({}));
		made(board.addIndicator({}));
		made(board.addCause({}));
		const measure = made(board.addMeasure({}));
		made(board.addEffect({ measureIds: [measure] }));
		made(board.addScenario({}));
		expect(exportProblems(board)).toEqual([]);
		expect(board.problems).toEqual([]);
		expect(board.content.parties.at(-1)?.name).toBe(untitled);
	});
});

describe('adding', () => {
	test('puts a record where it is asked to be', () => {
		const ids = board.content.parties.map(({ id }) => id);
		const last = made(board.addParty({}));
		const first = made(board.addParty({}, 'first'));
		const third = made(board.addParty({}, { before: ids[1]! }));
		const expected = [first, ids[0], third, ...ids.slice(1), last];
		expect(board.content.parties.map(({ id }) => id)).toEqual(expected);
	});

	test('keeps what a draft says, also where it says null', () => {
		const [measure] = board.content.measures;
		const id = made(
			board.addEffect({
				title: 'Rust',
				measureIds: [measure!.id],
				probability: null,
				recipients: [{ partyId: board.content.parties[0]!.id }],
				inputs: [{ name: 'homes' }]
			})
		);
		expect(board.find('effect', id)).toMatchObject({
			title: 'Rust',
			probability: null,
			recipients: [{ share: null, certain: false }],
			inputs: [{ name: 'homes', quantity: null, unit: '' }]
		});
	});

	test('copies a scenario with everything in it', () => {
		const [scenario] = board.content.scenarios;
		const id = made(board.addScenario({ ...scenario, id: undefined, title: 'Kopie' }));
		expect(board.find('scenario', id)).toEqual({ ...scenario, id, title: 'Kopie' });
	});

	test('refuses an id that is taken, is no id, or is reserved', () => {
		const { id } = board.content.parties[0]!;
		expect(refused(() => board.addParty({ id }))).toMatchObject({ refused: 'taken' });
		expect(refused(() => board.addParty({ id: 'No Id' }))).toMatchObject({ path: 'id' });
		expect(refused(() => board.addScenario({ id: 'do-nothing' }))).toMatchObject({
			refused: 'invalid'
		});
	});

	test('refuses a second recipient with the same party in one draft', () => {
		const partyId = board.content.parties[0]!.id;
		const measureIds = [board.content.measures[0]!.id];
		const draft = { measureIds, recipients: [{ partyId }, { partyId }] };
		expect(refused(() => board.addEffect(draft))).toMatchObject({
			refused: 'taken',
			path: `recipients.${partyId}`
		});
	});

	test('refuses what refers to something that was just removed', () => {
		expect(refused(() => board.addEffect({ measureIds: ['gone'] })).refused).toBe('gone');
		expect(refused(() => board.addParty({}, { after: 'gone' })).refused).toBe('gone');
		expect(refused(() => board.addContribution('gone', { partyId: 'x' })).refused).toBe('gone');
		const { id } = board.content.measures[0]!;
		expect(refused(() => board.addContribution(id, { partyId: 'gone' })).refused).toBe('gone');
	});

	test('refuses a whole suggestion when one part of it is', () => {
		const parts = { measure: { title: 'Goed' }, effects: [{ title: 'Fout', startMonth: -1 }] };
		expect(refused(() => board.addMeasureWith(parts))).toMatchObject({ path: 'startMonth' });
		const same = { measure: {}, effects: [{ id: 'twice' }, { id: 'twice' }] };
		expect(refused(() => board.addMeasureWith(same)).refused).toBe('taken');
	});

	test('lets effects of one suggestion lead to each other', () => {
		const added = made(
			board.addMeasureWith({
				measure: {},
				effects: [{ leadsToEffectId: 'later' }, { id: 'later', title: 'Later' }]
			})
		);
		expect(board.find('effect', added.effectIds[0]!)?.leadsToEffectId).toBe('later');
	});
});

describe('changing', () => {
	test('refuses a value that does not fit, with its place and a sentence', () => {
		const { id } = board.content.effects[0]!;
		expect(refused(() => board.change('effect', id, { title: '' }))).toMatchObject({
			refused: 'invalid',
			path: 'title',
			message: 'This text is empty. Write at least one character.'
		});
		const evidence = { level: 7, scope: null, localCheck: false, references: [] };
		expect(refused(() => board.change('effect', id, { evidence })).path).toBe('evidence.level');
		expect(refused(() => board.setSettings({ horizonYears: 51 })).path).toBe('horizonYears');
		const [recipient] = board.content.effects[0]!.recipients;
		const share = () => board.setRecipient(id, recipient!.partyId, { share: -1 });
		expect(refused(share).path).toBe(`recipients.${recipient!.partyId}.share`);
	});

	test('refuses a link that would close a loop', () => {
		const [one, two] = board.content.effects.map(({ id }) => id);
		made(board.change('effect', one!, { leadsToEffectId: two }));
		made(board.change('effect', two!, { leadsToEffectId: null }));
		expect(refused(() => board.change('effect', two!, { leadsToEffectId: one }))).toMatchObject({
			refused: 'cycle',
			path: 'leadsToEffectId'
		});
		expect(refused(() => board.change('effect', one!, { leadsToEffectId: one })).refused).toBe(
			'cycle'
		);
		const { id } = board.content.measures[0]!;
		expect(refused(() => board.change('measure', id, { dependsOn: [id] })).refused).toBe('cycle');
	});

	test('refuses shares that together are more than the whole effect', () => {
		const [one, two] = board.content.parties.map(({ id }) => id);
		const measureIds = [board.content.measures[0]!.id];
		const effect = made(board.addEffect({ measureIds }));
		made(board.setRecipient(effect, one!, { share: 0.7 }));
		expect(refused(() => board.setRecipient(effect, two!, { share: 0.4 })).refused).toBe('shares');
		made(board.setRecipient(effect, two!, { share: 0.3 }));
		expect(refused(() => board.setRecipient(effect, one!, { share: 0.8 })).refused).toBe('shares');
		made(board.setRecipient(effect, one!, { certain: true }));
		expect(board.find('effect', effect)?.recipients).toEqual([
			{ partyId: one, share: 0.7, certain: true },
			{ partyId: two, share: 0.3, certain: false }
		]);
	});

	test('lets a formula take the place of the amount, and not the other way round', () => {
		const measureIds = [board.content.measures[0]!.id];
		const effect = made(board.addEffect({ measureIds, amount: 12 }));
		made(board.change('effect', effect, { formula: 'homes * share' }));
		expect(board.find('effect', effect)).toMatchObject({ amount: null, formula: 'homes * share' });
		expect(refused(() => board.change('effect', effect, { amount: 3 })).refused).toBe('computed');
		expect(refused(() => board.change('effect', effect, { formula: 'homes *' })).refused).toBe(
			'invalid'
		);
		made(board.change('effect', effect, { formula: '', amount: 3 }));
		expect(board.find('effect', effect)).toMatchObject({ amount: 3, formula: '' });
	});

	test('shows the inputs that a formula lacks, and keeps what is entered there', () => {
		const measureIds = [board.content.measures[0]!.id];
		const effect = made(board.addEffect({ measureIds, formula: 'homes * share' }));
		expect(board.find('effect', effect)?.inputs.map(({ name }) => name)).toEqual([
			'homes',
			'share'
		]);
		made(board.setInput(effect, 'share', { quantity: 0.2 }));
		made(board.setInput(effect, 'homes', { quantity: { low: 80, high: 100 }, unit: 'woningen' }));
		expect(board.problems).toEqual([]);
		made(board.renameInput(effect, 'homes', 'dwellings'));
		expect(board.find('effect', effect)).toMatchObject({
			formula: 'dwellings * share',
			inputs: [
				{ name: 'share', quantity: 0.2, unit: '' },
				{ name: 'dwellings', quantity: { low: 80, high: 100 }, unit: 'woningen' }
			]
		});
		expect(refused(() => board.renameInput(effect, 'dwellings', 'share')).refused).toBe('taken');
		expect(refused(() => board.renameInput(effect, 'dwellings', 'log')).refused).toBe('invalid');
		expect(refused(() => board.renameInput(effect, 'dwellings', '2nd')).refused).toBe('invalid');
		expect(refused(() => board.renameInput(effect, 'nothing', 'else')).refused).toBe('gone');
	});

	test('writes nothing when nothing is different', () => {
		const measure = board.content.measures[0]!;
		const version = Y.encodeStateVector(person.doc);
		made(board.change('measure', measure.id, { title: measure.title, flags: [...measure.flags] }));
		made(board.setText('measure', measure.id, 'description', measure.description));
		expect(Y.encodeStateVector(person.doc)).toEqual(version);
	});

	test('can take the description of the area away', () => {
		const area = { ...board.content.workshop.area!, dwellings: 7 };
		made(board.setSettings({ area, question: 'Wat nu?' }));
		expect(board.content.workshop).toMatchObject({ area, question: 'Wat nu?' });
		made(board.setSettings({ area: undefined, title: undefined }));
		expect('area' in board.content.workshop).toBe(false);
		expect(board.content.workshop.title).not.toBe(untitled);
	});

	test('keeps every copy readable when a text holds half a character', () => {
		const { id } = board.content.measures[0]!;
		made(board.change('measure', id, { title: 'half \ud83d', targetProfile: ['\udc00'] }));
		made(board.setText('measure', id, 'description', 'half \ud83d'));
		const copy = new Person(9, Y.encodeStateAsUpdate(person.doc));
		expect(copy.content).toEqual(board.content);
	});

	test('refuses a text that is longer than the server lets in', () => {
		const { id } = board.content.measures[0]!;
		const partyId = board.content.parties[0]!.id;
		const text = 'é'.repeat(8193);
		expect(refused(() => board.setText('measure', id, 'description', text)).path).toBe(
			'description'
		);
		expect(refused(() => board.change('measure', id, { title: text })).path).toBe('title');
		const scenario = board.content.scenarios[0]!.id;
		const dissent = [{ partyId, text }];
		expect(refused(() => board.change('scenario', scenario, { dissent })).path).toBe('dissent');
		made(board.setText('measure', id, 'description', 'é'.repeat(8192)));
		const imported = person.doc.getMap<Y.Map<Y.Text>>('measures').get(id)!.get('description')!;
		imported.insert(0, 'meegekomen uit een bestand: ');
		made(board.setText('measure', id, 'description', 'é'.repeat(8193)));
	});

	test('finds mistakes in the program by throwing', () => {
		const { id } = board.content.measures[0]!;
		expect(() => board.change('measure', id, { colour: 'red' } as never)).toThrow(TypeError);
		expect(() => board.change('measure', id, { contributions: [] } as never)).toThrow(TypeError);
		expect(() => board.setText('measure', id, 'title', 'x')).toThrow(TypeError);
		const wrong = new Board(new Y.Doc(), { newId: () => 'No Id', random: randomFrom(1) });
		expect(() => wrong.addParty({})).toThrow(TypeError);
	});
});

describe('items', () => {
	test('of every list are added, changed, moved and removed under their key', () => {
		const [party, other] = board.content.parties.map(({ id }) => id);
		const measure = made(board.addMeasure({}));
		const effect = made(board.addEffect({ measureIds: [measure] }));
		const scenario = made(board.addScenario({}));
		const indicator = made(board.addIndicator({}));

		const c1 = made(board.addContribution(measure, { partyId: party! }));
		const c2 = made(board.addContribution(measure, { partyId: other! }));
		made(board.changeContribution(measure, c1, { amount: 5, partyId: other }));
		made(board.moveContribution(measure, c2, { before: c1 }));
		expect(board.find('measure', measure)?.contributions.map(({ id }) => id)).toEqual([c2, c1]);
		made(board.removeContribution(measure, c2));
		expect(board.find('measure', measure)?.contributions).toMatchObject([{ id: c1, amount: 5 }]);

		made(board.setRecipient(effect, party!, {}));
		made(board.setRecipient(effect, other!, { share: 0.1 }));
		made(board.moveRecipient(effect, other!, 'first'));
		made(board.removeRecipient(effect, party!));
		expect(board.find('effect', effect)?.recipients).toMatchObject([{ partyId: other }]);

		made(board.setChoice(scenario, measure, { decision: 'pilot' }));
		made(board.setChoice(scenario, measure, { scale: 0.5 }));
		expect(board.find('scenario', scenario)?.choices).toEqual([
			{ measureId: measure, decision: 'pilot', scale: 0.5 }
		]);
		made(board.removeChoice(scenario, measure));

		const review = made(board.addReview(scenario, { date: '2028-09-30' }));
		expect(board.reviewKeys(scenario)).toEqual([review]);
		made(board.changeReview(scenario, review, { outcome: '3 graden', date: '2028-10-01' }));
		expect(board.find('scenario', scenario)?.reviews).toMatchObject([{ outcome: '3 graden' }]);
		made(board.removeReview(scenario, review));
		expect(board.find('scenario', scenario)).toMatchObject({ choices: [], reviews: [] });

		made(board.setObservation(indicator, '2027-Q1', { value: 3 }));
		made(board.setObservation(indicator, '2026', { value: null, source: 'gemeente' }));
		made(board.removeObservation(indicator, '2027-Q1'));
		expect(board.find('indicator', indicator)?.observations).toEqual([
			{ period: '2026', value: null, source: 'gemeente' }
		]);

		made(board.setInput(effect, 'homes', {}));
		made(board.removeInput(effect, 'homes'));
		expect(board.find('effect', effect)?.inputs).toEqual([]);
	});

	test('that are not there, or a key that cannot be, are refused', () => {
		const { id } = board.content.measures[0]!;
		const indicator = made(board.addIndicator({}));
		expect(refused(() => board.changeContribution(id, 'gone', {})).refused).toBe('gone');
		const { contributions } = board.content.measures.find((one) => one.contributions.length > 0)!;
		const again = { ...contributions[0]!, amount: 7 };
		const measure = board.content.measures.find((one) => one.contributions === contributions)!;
		expect(refused(() => board.addContribution(measure.id, again)).refused).toBe('taken');
		expect(refused(() => board.removeContribution(id, 'gone')).refused).toBe('gone');
		expect(refused(() => board.moveContribution(id, 'gone', 'first')).refused).toBe('gone');
		expect(refused(() => board.setObservation(indicator, 'soon', {})).refused).toBe('invalid');
		expect(refused(() => board.addReview('gone', { date: '2027-01-01' })).refused).toBe('gone');
	});
});

describe('moving', () => {
	test('puts a record before, after, first or last', () => {
		const [one, two, three, ...rest] = board.content.measures.map(({ id }) => id);
		const order = () => board.content.measures.map(({ id }) => id);
		made(board.move('measure', one!, { after: two! }));
		expect(order()).toEqual([two, one, three, ...rest]);
		made(board.move('measure', three!, 'first'));
		expect(order()).toEqual([three, two, one, ...rest]);
		made(board.move('measure', three!, 'last'));
		expect(order()).toEqual([two, one, ...rest, three]);
		made(board.move('measure', three!, { before: one! }));
		expect(order()).toEqual([two, three, one, ...rest]);
		expect(refused(() => board.move('measure', one!, { before: one! })).refused).toBe('gone');
		expect(refused(() => board.move('measure', 'gone', 'first')).refused).toBe('gone');
	});

	test('a thousand times to one spot keeps working, with short places', () => {
		const ids = board.content.parties.map(({ id }) => id);
		for (let turn = 0; turn < 1000; turn += 1) {
			made(board.move('party', ids[turn % 2 === 0 ? 0 : 1]!, { before: ids[2]! }));
		}
		expect(board.content.parties.map(({ id }) => id)).toEqual(ids);
		const maps = [...person.doc.getMap<Y.Map<unknown>>('parties').values()];
		expect(Math.max(...maps.map((map) => String(map.get('order')).length))).toBeLessThan(97);
	});
});

describe('removing', () => {
	test('a measure takes its own effects, choices and dependencies along, and no other effect', () => {
		const [one, two] = board.content.measures.map(({ id }) => id);
		const own = made(board.addEffect({ measureIds: [one!] }));
		const shared = made(board.addEffect({ measureIds: [one!, two!] }));
		made(board.change('effect', shared, { leadsToEffectId: own }));
		made(board.remove('measure', one!));
		expect(board.find('effect', own)).toBeUndefined();
		expect(board.find('effect', shared)).toMatchObject({
			measureIds: [two],
			leadsToEffectId: null
		});
		for (const { choices } of board.content.scenarios) {
			expect(choices.map(({ measureId }) => measureId)).not.toContain(one);
		}
		expect(board.problems).toEqual([]);
	});

	test('leaves no reference to what is removed, whatever it is', () => {
		for (const [kind, list] of [
			['party', 'parties'],
			['indicator', 'indicators'],
			['effect', 'effects'],
			['measure', 'measures']
		] as const) {
			for (const { id } of board.content[list]) {
				if (board.find(kind, id)) made(board.remove(kind, id));
				expect(board.problems).toEqual([]);
			}
		}
		expect(refused(() => board.remove('party', 'gone')).refused).toBe('gone');
	});
});
