import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '#lib/document/board.ts';
import { BoardView } from '#lib/document/board-view.ts';
import { exportProblems, exchange, idsFrom, made, peopleWith, randomFrom } from './tools.ts';

type Maps = Record<string, Y.Map<Y.Map<unknown>>>;

/** A board of which the raw maps can be written in every wrong way. */
function board(): { board: Board; maps: Maps; doc: Y.Doc } {
	const [{ doc, board }] = peopleWith('demo-molenwijk.nl', 1) as [ReturnType<typeof peopleWith>[0]];
	const names = ['parties', 'indicators', 'causes', 'measures', 'effects', 'scenarios', 'workshop'];
	const maps = Object.fromEntries(names.map((name) => [name, doc.getMap(name)])) as Maps;
	return { board, maps, doc };
}

/** Writes raw values and gives what is then reported; the export parses all the same. */
function problemsAfter(write: (maps: Maps, board: Board) => void) {
	const { board: one, maps, doc } = board();
	doc.transact(() => write(maps, one));
	expect(exportProblems(one)).toEqual([]);
	expect(new BoardView(doc).content).toEqual(one.content);
	return one.problems.map(({ kind, id, field, reason }) => `${kind} ${id} ${field} ${reason}`);
}

const first = <Item>(list: readonly Item[]): Item => list[0] as Item;

describe('reading a board', () => {
	test('reads a wrong type as its default and says so', () => {
		const problems = problemsAfter(({ parties, measures }, { content }) => {
			parties!.get(first(content.parties).id)!.set('atTable', 'yes');
			measures!.get(first(content.measures).id)!.set('startMonth', -3);
		});
		expect(problems).toEqual([
			expect.stringMatching(/^party .* atTable wrong-value$/),
			expect.stringMatching(/^measure .* startMonth wrong-value$/)
		]);
	});

	test('reads a range whose lowest value is above its best guess as not estimated', () => {
		const { board: one, maps } = board();
		const { id } = first(one.content.effects);
		maps['effects']!.get(id)!.set('unitValue', { low: 9, likely: 5, high: 10 });
		expect(one.find('effect', id)?.unitValue).toBeNull();
		expect(one.problems).toMatchObject([{ field: 'unitValue', reason: 'wrong-value' }]);
		expect(one.problems[0]!.message).toBe(
			'low 9, likely 5 and high 10 are not in order. Make low the lowest and high the highest. It reads as null.'
		);
	});

	test('takes a shared type or bytes for no plain value, whatever they look like', () => {
		const problems = problemsAfter(({ effects, workshop }, { content }) => {
			const effect = effects!.get(first(content.effects).id)!;
			effect.set('evidence', new Y.Map([['level', 5]]));
			workshop!.set('policy', new Uint8Array(3) as never);
		});
		expect(problems).toEqual([
			'workshop workshop policy wrong-value',
			expect.stringMatching(/evidence wrong-value$/)
		]);
	});

	test('reads prices in euros of the start year when nobody said of which year they are', () => {
		const { board: one, maps } = board();
		maps['workshop']!.delete('priceYear');
		maps['workshop']!.set('startYear', 2031 as never);
		expect(one.content.workshop.priceYear).toBe(2031);
		expect(one.problems).toEqual([]);
	});

	test('is not misled by a key that only looks like that of a record', () => {
		const { board: one, maps } = board();
		made(one.addParty({ id: 'constructor', name: 'Aannemer' }));
		maps['parties']!.set('constructor', new Y.Map());
		expect(one.find('party', 'constructor')?.name).toBe('Aannemer');
		maps['parties']!.delete('constructor');
		expect(one.find('party', 'constructor')?.name).toBe('Aannemer');
		expect(one.problems).toEqual([]);
	});

	test('fills in what a record lacks and says so', () => {
		const problems = problemsAfter(({ parties, workshop }) => {
			parties!.set('bare', new Y.Map());
			workshop!.delete('title');
		});
		expect(problems.sort()).toEqual(
			['atTable', 'id', 'kind', 'name', 'sector']
				.map((field) => `party bare ${field} missing`)
				.concat('workshop workshop title missing')
		);
	});

	test('leaves out a record under a key that is no id', () => {
		const problems = problemsAfter(({ parties, scenarios }) => {
			parties!.set('__proto__', new Y.Map());
			parties!.set('constructor', new Y.Map());
			parties!.set('No Id', new Y.Map());
			parties!.set('plain', 'text' as never);
			scenarios!.set('do-nothing', new Y.Map());
		});
		expect(problems).toEqual([
			'party No Id null bad-id',
			'party __proto__ null bad-id',
			'party constructor null bad-id',
			'party plain null no-record',
			'scenario do-nothing null bad-id'
		]);
	});

	test('leaves out references to what is not there', () => {
		const problems = problemsAfter(({ measures, effects, causes }, { content }) => {
			const measure = measures!.get(first(content.measures).id)!;
			measure.set('leadPartyId', 'nobody');
			measure.set('dependsOn', ['nothing', first(content.measures.slice(1)).id]);
			effects!.get(first(content.effects).id)!.set('indicatorId', 'unknown-figure');
			causes!.get(first(content.causes).id)!.set('endorsedBy', ['nobody', 'nobody']);
		});
		expect(problems.map((problem) => problem.split(' ').slice(2).join(' '))).toEqual(
			expect.arrayContaining([
				'leadPartyId dangling',
				'dependsOn dangling',
				'indicatorId dangling',
				'endorsedBy dangling'
			])
		);
	});

	test('leaves out a contribution without a party, and a choice without a measure', () => {
		const { board: one, maps } = board();
		const measure = one.content.measures.find(({ contributions }) => contributions.length > 0)!;
		const scenario = one.content.scenarios.find(({ choices }) => choices.length > 0)!;
		const contributions = maps['measures']!.get(measure.id)!.get('contributions') as Y.Map<
			Y.Map<unknown>
		>;
		contributions.get(first(measure.contributions).id)!.set('partyId', 'nobody');
		const choices = maps['scenarios']!.get(scenario.id)!.get('choices') as Y.Map<Y.Map<unknown>>;
		choices.set('no-measure', new Y.Map([['scale', 2]]));
		expect(one.find('measure', measure.id)?.contributions).toEqual(measure.contributions.slice(1));
		expect(one.find('scenario', scenario.id)?.choices).toEqual(scenario.choices);
		expect(one.problems.map(({ reason }) => reason)).toEqual(['dangling', 'dangling']);
		expect(exportProblems(one)).toEqual([]);
	});

	test('hides an effect of which no measure is left, until it is linked again', () => {
		const { board: one, maps } = board();
		const effect = one.content.effects.find(({ id }) =>
			one.content.effects.some(({ leadsToEffectId }) => leadsToEffectId === id)
		)!;
		const leads = one.content.effects.filter(
			({ leadsToEffectId }) => leadsToEffectId === effect.id
		);
		maps['effects']!.get(effect.id)!.set('measureIds', ['gone']);
		expect(one.find('effect', effect.id)).toBeUndefined();
		for (const { id } of leads) expect(one.find('effect', id)?.leadsToEffectId).toBeNull();
		expect(one.problems).toContainEqual(
			expect.objectContaining({ kind: 'effect', id: effect.id, reason: 'no-measure' })
		);
		expect(exportProblems(one)).toEqual([]);
		made(one.change('effect', effect.id, { measureIds: effect.measureIds }));
		expect(one.content.effects).toContainEqual(effect);
		expect(one.problems).toEqual([]);
	});

	test('breaks a loop at the same link for everybody', () => {
		const [ann, bob] = peopleWith('demo-molenwijk.nl', 2);
		const [one, two, three] = ann!.content.measures.map(({ id }) => id);
		for (const id of [one, two, three]) made(ann!.board.change('measure', id!, { dependsOn: [] }));
		exchange(ann!, bob!);
		made(ann!.board.change('measure', one!, { dependsOn: [two!] }));
		made(ann!.board.change('measure', two!, { dependsOn: [three!] }));
		made(bob!.board.change('measure', three!, { dependsOn: [one!] }));
		exchange(ann!, bob!);
		expect(ann!.content).toEqual(bob!.content);
		expect(ann!.board.problems).toMatchObject([{ kind: 'measure', reason: 'cycle' }]);
		expect(exportProblems(ann!.board)).toEqual([]);
	});

	test('breaks a loop at the same link, in whatever order the records came in', () => {
		const [ann, bob] = peopleWith('minimal.en', 2);
		made(ann!.board.addMeasure({ id: 'a-measure' }));
		made(bob!.board.addMeasure({ id: 'b-measure' }));
		exchange(ann!, bob!);
		made(ann!.board.change('measure', 'a-measure', { dependsOn: ['b-measure'] }));
		made(bob!.board.change('measure', 'b-measure', { dependsOn: ['a-measure'] }));
		exchange(ann!, bob!);
		for (const { board: copy } of [ann!, bob!]) {
			expect(copy.find('measure', 'a-measure')?.dependsOn).toEqual(['b-measure']);
			expect(copy.find('measure', 'b-measure')?.dependsOn).toEqual([]);
		}
	});

	test('breaks a loop of effects, and one of an effect with itself', () => {
		const problems = problemsAfter(({ effects }, { content }) => {
			const [one, two, three] = content.effects.map(({ id }) => id);
			effects!.get(one!)!.set('leadsToEffectId', two);
			effects!.get(two!)!.set('leadsToEffectId', one);
			effects!.get(three!)!.set('leadsToEffectId', three);
		});
		expect(problems.filter((problem) => problem.endsWith('leadsToEffectId cycle'))).toHaveLength(2);
	});

	test('reads shares past the whole effect as reached, nobody knows how much', () => {
		const [ann, bob] = peopleWith('demo-molenwijk.nl', 2);
		const [one, other] = ann!.content.parties.map(({ id }) => id);
		const measureIds = [first(ann!.content.measures).id];
		const effect = made(ann!.board.addEffect({ measureIds }));
		exchange(ann!, bob!);
		made(ann!.board.setRecipient(effect, one!, { share: 0.6 }));
		exchange(ann!, bob!);
		made(ann!.board.setRecipient(effect, one!, { share: 0.75 }));
		made(bob!.board.setRecipient(effect, other!, { share: { low: 0, likely: 0.1, high: 0.4 } }));
		exchange(ann!, bob!);
		for (const { board: copy } of [ann!, bob!]) {
			expect(copy.find('effect', effect)?.recipients.map(({ share }) => share)).toEqual([
				0.75,
				null
			]);
			expect(copy.problems).toMatchObject([
				{ field: `recipients.${other}.share`, reason: 'shares' }
			]);
			expect(exportProblems(copy)).toEqual([]);
		}
	});

	test('lets a formula count that came together with an amount', () => {
		const [ann, bob] = peopleWith('minimal.en', 2);
		const { id } = first(ann!.content.effects);
		made(ann!.board.change('effect', id, { amount: 10, formula: '' }));
		exchange(ann!, bob!);
		made(ann!.board.change('effect', id, { amount: 12 }));
		made(bob!.board.change('effect', id, { formula: '3 * homes' }));
		exchange(ann!, bob!);
		const effect = ann!.board.find('effect', id)!;
		expect(effect).toMatchObject({ formula: '3 * homes', amount: null });
		expect(effect.inputs.at(-1)).toEqual({ name: 'homes', quantity: null, unit: '' });
		expect(bob!.board.find('effect', id)).toEqual(effect);
		expect(ann!.board.problems.map(({ reason }) => reason)).toContain('no-input');
		expect(exportProblems(ann!.board)).toEqual([]);
	});

	test('reads a formula that cannot be computed as none', () => {
		const long = 'a'.repeat(41);
		for (const formula of ['homes *', 'import("x")', `2 * ${long}`, '  ', 'log']) {
			const problems = problemsAfter(({ effects }, { content }) => {
				const effect = effects!.get(first(content.effects).id)!;
				effect.set('formula', formula);
				effect.set('amount', null);
			});
			expect(problems, formula).toEqual([expect.stringMatching(/formula bad-formula$/)]);
		}
	});

	test('keeps the usable items of a list', () => {
		const { board: one, maps } = board();
		const { id } = first(one.content.measures);
		maps['measures']!.get(id)!.set('flags', ['temporary', 'nonsense', 7, 'temporary']);
		expect(one.find('measure', id)?.flags).toEqual(['temporary']);
		expect(one.problems).toMatchObject([{ field: 'flags', reason: 'wrong-value' }]);
	});

	test('keeps the words of a long text that was written as a plain one, and lets them be edited', () => {
		const { board: one, maps } = board();
		const { id } = first(one.content.measures);
		maps['measures']!.get(id)!.set('description', 'plat');
		expect(one.find('measure', id)?.description).toBe('plat');
		expect(one.problems).toMatchObject([{ field: 'description', reason: 'wrong-value' }]);
		made(one.setText('measure', id, 'description', 'plat en rond'));
		expect(one.find('measure', id)?.description).toBe('plat en rond');
		expect(one.problems).toEqual([]);
	});

	test('puts what has no usable place at the end, and gives it one when something comes after it', () => {
		const { board: one, maps } = board();
		const [lost, ...others] = one.content.parties.map(({ id }) => id);
		maps['parties']!.get(lost!)!.set('order', 'ends with 0');
		expect(one.content.parties.at(-1)?.id).toBe(lost);
		const added = made(one.addParty({ name: 'Nieuw' }));
		expect(one.content.parties.map(({ id }) => id)).toEqual([...others, lost, added]);
	});

	test('takes the key for the id', () => {
		const { board: one, maps } = board();
		const { id } = first(one.content.parties);
		maps['parties']!.get(id)!.set('id', 'somebody-else');
		expect(first(one.content.parties).id).toBe(id);
	});

	test('looks again at a record when what it refers to comes back', () => {
		const [{ board: one, doc }] = peopleWith('demo-molenwijk.nl', 1) as [
			ReturnType<typeof peopleWith>[0]
		];
		const before = structuredClone(one.content);
		const { id } = first(one.content.parties);
		const parties = doc.getMap<Y.Map<unknown>>('parties');
		const copy = parties.get(id)!.clone();
		parties.delete(id);
		expect(one.problems.every(({ reason }) => reason === 'dangling')).toBe(true);
		expect(one.problems.length).toBeGreaterThan(0);
		expect(exportProblems(one)).toEqual([]);
		parties.set(id, copy);
		expect(one.content).toEqual(before);
		expect(one.problems).toEqual([]);
	});
});

test('verbs work on a board that already holds nonsense', () => {
	const doc = new Y.Doc();
	doc.getMap('parties').set('p1', 'nonsense');
	doc.getMap('measures').set('m1', new Y.Map([['contributions', 7 as unknown]]));
	const one = new Board(doc, { newId: idsFrom('new'), random: randomFrom(1) });
	const party = made(one.addParty({ name: 'Kerk' }));
	made(one.addContribution('m1', { partyId: party, amount: 5 }));
	expect(one.find('measure', 'm1')?.contributions).toMatchObject([{ partyId: party, amount: 5 }]);
	expect(one.addParty({ id: 'p1' })).toMatchObject({ refused: 'taken' });
	made(one.remove('party', 'p1'));
	expect(exportProblems(one)).toEqual([]);
});
