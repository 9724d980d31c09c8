import { describe, expect, test } from 'vitest';
import { newContribution } from '#lib/domain/contribution.ts';
import { newParty } from '#lib/domain/party.ts';
import { createEngine, lastOf } from '#lib/domain/valuation/engine.ts';
import { keepUnchanged } from '#lib/domain/valuation/keep-unchanged.ts';
import type { Effect } from '#lib/domain/effect.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { referenceModel } from '../../bench/reference-model.ts';
import { oneMeasure, valueOfAll } from './workshops.ts';

const few = { samplesPerReplicate: 128, replicates: 2 };
const model = referenceModel({ measures: 10, effects: 30, parties: 5 });

function edit(file: WorkshopFile, place: number, change: Partial<Effect>): WorkshopFile {
	const before = file.effects[place];
	if (!before) throw new Error(`There is no effect ${place}.`);
	return { ...file, effects: file.effects.with(place, { ...before, ...change }) };
}

describe('what is kept up to date equals what is worked out afresh, bit for bit', () => {
	const engine = createEngine(few);

	function expectFresh(file: WorkshopFile) {
		expect(engine.evaluate(file)).toEqual(createEngine(few).evaluate(file));
	}

	const edits: [string, (file: WorkshopFile) => WorkshopFile][] = [
		['at first', (file) => file],
		['a number of a card', (file) => edit(file, 3, { unitValue: 77 })],
		['a card to a harm', (file) => edit(file, 4, { direction: 'harm' })],
		['a card without a price', (file) => edit(file, 5, { unitValue: null })],
		['a card with a wrong formula', (file) => edit(file, 10, { formula: '0 - 1', amount: null })],
		['a card in order again', (file) => edit(file, 10, { formula: '4', amount: null })],
		['a later start', (file) => edit(file, 6, { startMonth: 31 })],
		['other recipients', (file) => edit(file, 7, { recipients: [] })],
		['a card gone', (file) => ({ ...file, effects: file.effects.toSpliced(8, 1) })],
		[
			'a measure later',
			(file) => ({
				...file,
				measures: file.measures.map((measure, place) =>
					place === 2 ? { ...measure, startMonth: 13 } : measure
				)
			})
		],
		['a measure gone', (file) => ({ ...file, measures: file.measures.slice(1) })],
		[
			'a choice',
			(file) => ({
				...file,
				scenarios: file.scenarios.map((scenario) => ({
					...scenario,
					choices: scenario.choices.slice(2)
				}))
			})
		],
		['another rate', (file) => ({ ...file, workshop: { ...file.workshop, discountRate: 0.05 } })],
		[
			'other haircuts',
			(file) => ({ ...file, workshop: { ...file.workshop, haircuts: [1, 1, 1, 1, 1, 1] } })
		],
		['a party gone', (file) => ({ ...file, parties: file.parties.slice(1) })],
		['everything gone', (file) => ({ ...file, effects: [], measures: [], scenarios: [] })]
	];

	test('edit after edit', () => {
		let file = model;
		for (const [, change] of edits) {
			file = change(file);
			expectFresh(file);
		}
		expectFresh(model);
	});
});

describe('what did not change is the same object, so that nothing jumps on screen', () => {
	test('the same workshop gives the same evaluation', () => {
		const engine = createEngine(few);
		const evaluation = engine.evaluate(model);
		expect(engine.evaluate(model)).toBe(evaluation);
		expect(engine.evaluate(structuredClone(model))).toBe(evaluation);
	});

	test('another text on a card changes nothing', () => {
		const engine = createEngine(few);
		const evaluation = engine.evaluate(model);
		expect(engine.evaluate(edit(model, 2, { title: 'Better', because: 'Why not' }))).toBe(
			evaluation
		);
	});

	test('another number on a card changes its own figures and leaves the rest', () => {
		const engine = createEngine(few);
		const before = engine.evaluate(model).scenarios[1];
		const place = model.effects.findIndex(({ id }) => id === before?.effects[0]?.id);
		const after = engine.evaluate(edit(model, place, { unitValue: 1 })).scenarios[1];
		expect(after?.net).not.toEqual(before?.net);
		expect(after?.cost).toBe(before?.cost);
		expect(after?.effects[0]).not.toEqual(before?.effects[0]);
		expect(
			after?.effects.slice(1).every((effect, index) => effect === before?.effects[index + 1])
		).toBe(true);
		const touched = model.effects[place]?.recipients.map(({ partyId }) => partyId) ?? [];
		for (const [index, party] of (after?.parties ?? []).entries())
			if (!touched.includes(party.id)) expect(party).toBe(before?.parties[index]);
	});

	test('parts and columns are compared by what is in them', () => {
		const column = Float64Array.of(1, NaN);
		const previous = { a: [1, { b: 2 }], c: column, d: { e: 0 } };
		const next = { a: [1, { b: 2 }], c: column, d: { e: -0 } };
		const kept = keepUnchanged(previous, next);
		expect(kept).not.toBe(previous);
		expect(kept.a).toBe(previous.a);
		expect(kept.d).not.toBe(previous.d);
		expect(keepUnchanged({ a: 1, b: 2 }, { a: 1 } as { a: number; b: number })).toEqual({ a: 1 });
		expect(keepUnchanged<unknown>([1], { 0: 1 })).toEqual({ 0: 1 });
		expect(keepUnchanged({ c: column }, { c: column.slice() }).c).toBe(column);
		expect(keepUnchanged({ c: column }, { c: Float64Array.of(1, 2) }).c).not.toBe(column);
		expect(keepUnchanged({ c: column }, { c: Float64Array.of(1) }).c).not.toBe(column);
	});
});

describe('scenarios', () => {
	test('doing nothing is always first and worth nothing, in the language of the workshop', () => {
		const dutch = createEngine(few).evaluate({ ...model, scenarios: [] });
		expect(dutch.scenarios.map(({ id, title }) => [id, title])).toEqual([
			['do-nothing', 'Niets doen']
		]);
		expect(dutch.comparison).toEqual([{ id: 'do-nothing', chanceBest: 1, expectedRegret: 0 }]);
		const workshop = { ...model.workshop, language: 'en' as const };
		const english = createEngine(few).evaluate({ ...model, workshop });
		expect(english.scenarios[0]?.title).toBe('Do nothing');
		expect(english.scenarios[0]?.net.p95).toBe(0);
		expect(english.scenarios[0]?.parties).toHaveLength(5);
		expect(english.scenarios[0]?.paybackYear).toBeNull();
	});

	test('only those asked for are valued and compared', () => {
		const engine = createEngine(few);
		const asked = engine.evaluate(model, { scenarioIds: ['scenario-2'] });
		expect(asked.scenarios.map(({ id }) => id)).toEqual(['do-nothing', 'scenario-2']);
		const all = engine.evaluate(model);
		expect(all.scenarios[3]).toEqual(asked.scenarios[1]);
		expect(all.comparison).toHaveLength(4);
	});

	test('two equal scenarios share the chance to be best', () => {
		const [one] = model.scenarios;
		const scenarios = one ? [one, { ...one, id: 'twin' }] : [];
		const { comparison } = createEngine(few).evaluate({ ...model, scenarios });
		expect(comparison[1]?.chanceBest).toBe(comparison[2]?.chanceBest);
		expect(comparison[1]?.expectedRegret).toBe(comparison[2]?.expectedRegret);
	});

	test('the chance and the regret of a bet against doing nothing', () => {
		const bet = { id: 'win', amount: 20, probability: 0.25 };
		const harm = { id: 'stake', amount: 8, direction: 'harm' as const };
		const engine = createEngine({ ...few, probabilityMode: 'event' });
		const { comparison, scenarios } = engine.evaluate(oneMeasure([bet, harm]));
		expect(scenarios[1]?.net.mean).toBe(-3);
		expect(scenarios[1]?.chanceNetPositive).toBe(0.25);
		expect(comparison).toEqual([
			{ id: 'do-nothing', chanceBest: 0.75, expectedRegret: 0.25 * 12 },
			{ id: 'all', chanceBest: 0.25, expectedRegret: 0.75 * 8 }
		]);
	});
});

describe('probability', () => {
	const effect = { id: 'e', amount: 100, probability: { low: 0.2, likely: 0.5, high: 0.6 } };

	test('multiplies unless asked otherwise; as an event it happens or not, with the same mean', () => {
		const expected = valueOfAll(oneMeasure([effect]));
		const event = valueOfAll(oneMeasure([effect]), { probabilityMode: 'event' });
		expect(event.benefit.mean).toBe(expected.benefit.mean);
		expect(expected.benefit.p5).toBeGreaterThan(20);
		expect([event.benefit.p5, event.benefit.p95]).toEqual([0, 100]);
	});

	test('what is certain always happens and what is impossible never', () => {
		for (const probability of [0, 1]) {
			const file = oneMeasure([{ ...effect, probability }]);
			const { benefit } = valueOfAll(file, { probabilityMode: 'event' });
			expect([benefit.p5, benefit.p95]).toEqual([100 * probability, 100 * probability]);
		}
	});
});

describe('settling', () => {
	test('tells how far it is after every replicate and can be stopped', () => {
		const steps = createEngine({ samplesPerReplicate: 64, replicates: 16 }).settle(model);
		expect(steps.next()).toEqual({ done: false, value: { done: 1, of: 16 } });
		expect(steps.next()).toEqual({ done: false, value: { done: 2, of: 16 } });
		expect(steps.return(undefined as never).done).toBe(true);
		expect(steps.next().done).toBe(true);
	});

	test('another seed gives other samples and the same closed-form means', () => {
		const [one, two] = [1, 2].map((seed) => lastOf(createEngine({ ...few, seed }).settle(model)));
		expect(one?.scenarios[1]?.net.mean).toBe(two?.scenarios[1]?.net.mean);
		expect(one?.scenarios[1]?.net.p50).not.toBe(two?.scenarios[1]?.net.p50);
	});

	test('more samples settle: replicates differ less from the whole', () => {
		const spreadOf = (samplesPerReplicate: number) => {
			const medians = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
				const engine = createEngine({ samplesPerReplicate, replicates: 1, seed });
				return engine.evaluate(model).scenarios[1]?.net.p50 ?? 0;
			});
			return Math.max(...medians) - Math.min(...medians);
		};
		expect(spreadOf(4096)).toBeLessThan(spreadOf(64) / 2);
	});
});

test('receipts with uncertain shares follow the shares, and the rest is unallocated', () => {
	const parties = ['a', 'b'].map((id) => newParty(id, { name: id }));
	const recipients = [
		{ partyId: 'a', share: { low: 0.2, likely: 0.4, high: 0.6 }, certain: false },
		{ partyId: 'b', share: 0.4, certain: false }
	];
	const value = valueOfAll(oneMeasure([{ id: 'e', amount: 100, recipients }], { parties }));
	const [a, b] = value.parties;
	expect(a?.receives.mean).toBeCloseTo(40, 12);
	expect(a?.receives.p5).toBeLessThan(30);
	expect(b?.receives).toEqual({ mean: 40, p5: 40, p25: 40, p50: 40, p75: 40, p95: 40 });
	expect(value.unallocated.mean).toBeCloseTo(20, 12);
	expect(value.unallocated.p5).toBeGreaterThanOrEqual(0);
	expect(value.effects[0]).toMatchObject({ receipts: [{ partyId: 'a' }, { partyId: 'b' }] });
});

test('a contribution that is too large to add up is named and left out of the costs', () => {
	const parties = [newParty('purse', { name: 'Purse', kind: 'budget' })];
	const contributions = [
		newContribution('sound', { partyId: 'purse', amount: 5 }),
		newContribution('wide', { partyId: 'purse', amount: { low: 1e-300, high: 1e300 } })
	];
	const value = valueOfAll(oneMeasure([], { parties, measure: { contributions } }));
	expect(value.measures[0]).toMatchObject({ invalid: ['wide'], payments: [{ euros: 5 }] });
	expect(value.cost.mean).toBe(5);
	expect(value.parties[0]?.pays.p95).toBe(5);
});
