import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { putInScenario } from '#lib/components/arena/put-in-scenario.ts';
import { Board } from '#lib/document/board.ts';
import { measuresIn } from '#lib/domain/valuation/scenario-membership.ts';
import { demoFile } from '../results/demo.ts';

/** A board on which a measure was just added, with the scenarios that were adopted. */
function start(...adopted: string[]) {
	const board = new Board(new Y.Doc(), { newId: () => 'new', random: () => 0.5 });
	board.replaceContent(demoFile());
	board.addMeasure({ title: 'Nieuw' }, 'first');
	const put = (scenarioId: string) =>
		putInScenario(
			{
				content: board.content,
				shared: { adopted: adopted.map((scenarioId) => ({ scenarioId })) },
				change: (verb) => verb(board) as never
			},
			scenarioId,
			'new'
		);
	const holding = () =>
		board.content.scenarios.filter((one) => measuresIn(one).has('new')).map(({ id }) => id);
	return { put, holding };
}

test('a new measure belongs to the scenario that somebody looks at, and to no other', () => {
	const { put, holding } = start('bricks-first');
	expect(put('people-first')).toBe(true);
	expect(holding()).toEqual(['people-first']);
});

test('a scenario that was agreed on gets no new measure', () => {
	const { put, holding } = start('people-first');
	expect(put('people-first')).toBe(false);
	expect(holding()).toEqual([]);
});

test('among all measures it is seen anyhow', () => {
	const { put, holding } = start();
	expect(put('everything')).toBe(true);
	expect(holding()).toEqual([]);
});
