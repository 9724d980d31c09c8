import { expect, test } from 'vitest';
import { Board } from '#lib/document/board.ts';
import { isRefusal } from '#lib/document/refusal.ts';
import { demoFile } from '../components/results/demo.ts';
import * as Y from 'yjs';

function startBoard(): Board {
	let made = 0;
	const board = new Board(new Y.Doc(), { newId: () => `made-${(made += 1)}`, random: () => 0.5 });
	board.replaceContent(demoFile());
	return board;
}

function scenarioOf(board: Board, id: string) {
	const scenario = board.content.scenarios.find((one) => one.id === id);
	if (!scenario) throw new Error(`There is no scenario ${id}.`);
	return scenario;
}

test('a copy has the same choices, stands right after the original, and leaves that as it was', () => {
	const board = startBoard();
	const original = scenarioOf(board, 'people-first');
	const copy = board.copyScenario('people-first', 'Kopie');
	if (isRefusal(copy)) throw new Error(copy.message);
	expect(scenarioOf(board, copy)).toEqual({
		...{ id: copy, title: 'Kopie', status: 'draft', choices: original.choices },
		...{ reviews: [], dissent: [] }
	});
	const ids = board.content.scenarios.map(({ id }) => id);
	expect(ids[ids.indexOf('people-first') + 1]).toBe(copy);
	board.removeChoice(copy, original.choices[0]!.measureId);
	board.change('scenario', copy, { title: 'Anders' });
	expect(scenarioOf(board, 'people-first')).toBe(original);
});

test('undo takes a copy away in one step', () => {
	const board = startBoard();
	const before = board.content.scenarios;
	board.copyScenario('people-first', 'Kopie');
	board.history.undo();
	expect(board.content.scenarios).toEqual(before);
});

test('what is not there cannot be copied, and doing nothing can neither be copied nor removed', () => {
	const board = startBoard();
	for (const id of ['gone', 'do-nothing']) {
		expect(board.copyScenario(id, 'Kopie')).toMatchObject({ refused: 'gone' });
		expect(board.remove('scenario', id)).toMatchObject({ refused: 'gone' });
	}
	expect(board.addScenario({ id: 'do-nothing', title: 'Niets' })).toMatchObject({
		refused: 'invalid'
	});
});
