import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceRows, chosenIn } from '#lib/components/scenario/differences.ts';
import { decisions, newScenario, type Scenario } from '#lib/domain/scenario.ts';
import { valueOfAll, workshopOf } from '../../domain/valuation/workshops.ts';
import { newContribution } from '#lib/domain/contribution.ts';
import { newMeasure } from '#lib/domain/measure.ts';

const measures = ['one', 'two', 'three'].map((id) => ({ id, title: id }));

const choices: fc.Arbitrary<Scenario['choices']> = fc
	.tuple(
		...measures.map(({ id }) =>
			fc.option(
				fc.record({
					measureId: fc.constant(id),
					scale: fc.constantFrom(0, 0.5, 1, 2),
					decision: fc.constantFrom(...decisions, null)
				})
			)
		)
	)
	.map((all) => all.filter((one) => one !== null));

test('only what differs is marked: another decision or another scale of what counts', () => {
	const scenario = (id: string, list: Scenario['choices']) =>
		newScenario(id, { title: id, choices: list });
	fc.assert(
		fc.property(fc.array(choices, { minLength: 2, maxLength: 3 }), (lists) => {
			const scenarios = lists.map((list, place) => scenario(`s${place}`, list));
			for (const { measure, cells, differs } of choiceRows(measures, scenarios)) {
				expect(cells).toEqual(scenarios.map((one) => chosenIn(one, measure.id)));
				expect(differs).toBe(new Set(cells.map((cell) => JSON.stringify(cell))).size > 1);
			}
		}),
		{ seed: 9, numRuns: 300 }
	);
});

test('a single scenario is held against doing nothing', () => {
	const only = newScenario('only', {
		title: 'Only',
		choices: [{ measureId: 'two', scale: 1, decision: 'do' }]
	});
	expect(choiceRows(measures, [only]).map(({ differs }) => differs)).toEqual([false, true, false]);
});

test.each([['do'], ['pilot'], ['later'], ['no'], [null]] as const)(
	'a measure decided as %s counts on screen exactly when it counts in the sums',
	(decision) => {
		const contributions = [newContribution('c', { partyId: 'purse', amount: 100 })];
		const file = workshopOf({
			measures: [newMeasure('one', { title: 'One', contributions })],
			scenarios: [
				newScenario('all', { title: 'All', choices: [{ measureId: 'one', scale: 0.5, decision }] })
			]
		});
		const { scale } = chosenIn(file.scenarios[0]!, 'one');
		expect(valueOfAll(file).cost.mean).toBe(scale === 0.5 ? 50 : 0);
	}
);
