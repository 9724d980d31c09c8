import type * as Y from 'yjs';
import { beforeEach, describe, expect, test } from 'vitest';
import { agreedIn, withAgreed } from '#lib/document/agreed.ts';
import { Board } from '#lib/document/board.ts';
import { isRefusal } from '#lib/document/refusal.ts';
import { boardDoc, exampleFile, idsFrom, randomFrom } from './tools.ts';

const example = exampleFile('demo-molenwijk.nl');
const [scenario, other] = example.scenarios;
const [choice] = scenario!.choices;
const { id } = scenario!;

let doc: Y.Doc;
let board: Board;
let agreed: ReadonlySet<string>;

beforeEach(() => {
	doc = boardDoc(example);
	agreed = new Set();
	board = new Board(doc, {
		...{ newId: idsFrom('own'), random: randomFrom(1) },
		agreed: () => agreed
	});
});

const refusalOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : undefined);
const read = () => board.find('scenario', id);

describe('a scenario that was adopted', () => {
	test.each([
		['its name', () => board.change('scenario', id, { title: 'Iets anders' })],
		['a choice', () => board.setChoice(id, choice!.measureId, { scale: 2 })],
		['another measure', () => board.setChoice(id, 'small-budget', {})],
		['taking a measure out', () => board.removeChoice(id, choice!.measureId)],
		['being removed', () => board.remove('scenario', id)],
		['a measure that it has, taken off the board', () => board.remove('measure', choice!.measureId)]
	])('refuses %s, and only as long as it is adopted', (_, change) => {
		const before = structuredClone(board.content);
		agreed = new Set([id]);
		expect(refusalOf(change())).toBe('adopted');
		expect(board.content).toEqual(before);
		agreed = new Set();
		expect(refusalOf(change())).toBeUndefined();
		expect(board.content).not.toEqual(before);
	});

	test('can still be looked back at, and leaves the other scenarios free', () => {
		agreed = new Set([id]);
		expect(refusalOf(board.addReview(id, { date: '2028-01-01' }))).toBeUndefined();
		expect(refusalOf(board.change('scenario', other!.id, { title: 'Anders' }))).toBeUndefined();
		expect(refusalOf(board.change('measure', choice!.measureId, { ownerName: 'Ann' }))).toBe(
			undefined
		);
	});
});

describe('undo of what one did before the scenario was adopted', () => {
	test.each([
		['its name', () => board.change('scenario', id, { title: 'Nieuwe naam' })],
		['a choice', () => board.setChoice(id, choice!.measureId, { scale: 2 })],
		['a measure taken out', () => board.removeChoice(id, choice!.measureId)]
	])('of %s is refused, and goes on with the step before it', (_, change) => {
		board.change('party', 'police', { name: 'Politie' });
		board.history.endStep();
		change();
		const adopted = structuredClone(read());
		agreed = new Set([id]);
		expect(board.history.undo()?.refused).toBe('adopted');
		expect(read()).toEqual(adopted);
		expect(board.history.undo()).toBeUndefined();
		expect(board.find('party', 'police')?.name).toBe('Politie, basisteam Waterhoven');
	});

	test('of putting it back after removing it is refused as redo as well', () => {
		board.change('scenario', id, { title: 'Nieuwe naam' });
		expect(board.history.undo()).toBeUndefined();
		agreed = new Set([id]);
		expect(board.history.redo()?.refused).toBe('adopted');
		expect(read()?.title).toBe(scenario!.title);
		expect(board.history.canRedo).toBe(false);
	});

	test('takes back what was done in it that is not agreed on', () => {
		const key = board.addReview(id, { date: '2028-01-01' });
		expect(isRefusal(key)).toBe(false);
		agreed = new Set([id]);
		expect(board.history.undo()).toBeUndefined();
		expect(read()?.reviews).toEqual(scenario!.reviews);
	});
});

describe('a board that a program of its own changed', () => {
	const adoption = {
		...{ scenarioId: id, reason: '', at: null, by: null, agreed: agreedIn(scenario!) },
		open: { findings: [], challengeIds: [] }
	};

	test('reads as agreed where nothing was changed, as the same object', () => {
		expect(withAgreed(board.content, [adoption])).toBe(board.content);
		expect(withAgreed(board.content, [{ ...adoption, agreed: null }])).toBe(board.content);
	});

	test('reads with the name and the choices that were agreed on, and everything else as it is', () => {
		const free = new Board(doc, { newId: idsFrom('free'), random: randomFrom(2) });
		free.change('scenario', id, { title: 'Gekaapt' });
		free.setChoice(id, choice!.measureId, { scale: 5, decision: 'no' });
		free.addReview(id, { date: '2028-01-01' });
		const [first, second] = withAgreed(board.content, [adoption]).scenarios;
		expect(first).toMatchObject(agreedIn(scenario!));
		expect(first?.reviews).toHaveLength(scenario!.reviews.length + 1);
		expect(second).toBe(board.content.scenarios[1]);
	});

	test('still has an adopted scenario that was removed, without a measure that is gone', () => {
		const free = new Board(doc, { newId: idsFrom('free'), random: randomFrom(2) });
		free.remove('scenario', id);
		free.remove('measure', choice!.measureId);
		const back = withAgreed(board.content, [adoption]).scenarios.find((one) => one.id === id);
		expect(back?.title).toBe(scenario!.title);
		expect(back?.choices).toEqual(scenario!.choices.slice(1));
	});
});
