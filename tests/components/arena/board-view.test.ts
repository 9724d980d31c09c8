import { expect, test } from 'vitest';
import { keepUnchanged, viewBoard } from '#lib/components/arena/board-view.ts';
import { everythingId } from '#lib/live/shown-scenario.svelte.ts';
import { placementFor } from '#lib/components/arena/moves.ts';
import { newEffect } from '#lib/domain/effect.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import { newMeasure } from '#lib/domain/measure.ts';
import { newParty } from '#lib/domain/party.ts';
import { newScenario } from '#lib/domain/scenario.ts';

const decisions = { a: 'do', b: null, c: 'pilot', d: 'later', e: 'no' } as const;

const content = {
	parties: [
		newParty('people', { name: 'Huurders' }),
		newParty('insurer', { name: 'Verzekeraar', kind: 'budget' }),
		newParty('town', { name: 'Gemeente', kind: 'budget' })
	],
	measures: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => newMeasure(id, { title: id })),
	effects: [
		newEffect('ab', {
			title: 'ab',
			measureIds: ['a', 'b'],
			recipients: [
				{ partyId: 'people', share: 0.5, certain: false },
				{ partyId: 'insurer', share: 0.5, certain: false }
			]
		}),
		newEffect('ad', { title: 'ad', measureIds: ['a', 'd'] })
	],
	scenarios: [
		newScenario('s', {
			title: 's',
			choices: Object.entries(decisions).map(([measureId, decision]) => ({
				measureId,
				decision,
				scale: 1
			}))
		})
	]
};

test('a choice of "later" or "no" is not in a scenario, one without a decision is', () => {
	expect(viewBoard(content, 's').measures.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('an effect shows only when all its measures take part', () => {
	expect(viewBoard(content, 's').effects.map(({ id }) => id)).toEqual(['ab']);
	expect(viewBoard(content, everythingId).effects).toHaveLength(2);
	expect(viewBoard(content, doNothingId).effects).toEqual([]);
});

test('says how many cards a scenario leaves out', () => {
	expect(viewBoard(content, 's').leftOut).toEqual({ measures: 3, effects: 1 });
});

test('purses come before people, and who receives before who has nothing to do with it', () => {
	const view = viewBoard(content, everythingId);
	expect(view.receivers.map(({ party }) => party.id)).toEqual(['insurer', 'people']);
	expect(view.withoutInput.map(({ id }) => id)).toEqual(['people', 'insurer', 'town']);
});

test('a party whose receipts did not change stays the same object', () => {
	const before = viewBoard(content, everythingId);
	const [first, second] = content.effects;
	const renamed = { ...second!, title: 'anders' };
	const after = keepUnchanged(
		viewBoard({ ...content, effects: [first!, renamed] }, everythingId),
		before
	);
	expect(after.receivers[0]).toBe(before.receivers[0]);
	const changed = { ...first!, title: 'anders' };
	const other = keepUnchanged(
		viewBoard({ ...content, effects: [changed, second!] }, everythingId),
		before
	);
	expect(other.receivers[0]).not.toBe(before.receivers[0]);
});

test('moving goes past the cards that are shown, not past those that are hidden', () => {
	const shown = ['a', 'c', 'f'];
	expect(placementFor(shown, 'f', 'up')).toEqual({ before: 'c' });
	expect(placementFor(shown, 'a', 'down')).toEqual({ after: 'c' });
	expect(placementFor(shown, 'f', 'top')).toEqual({ before: 'a' });
	expect(placementFor(shown, 'a', 'bottom')).toEqual({ after: 'f' });
	expect(placementFor(shown, 'a', 'up')).toBeUndefined();
	expect(placementFor(shown, 'gone', 'down')).toBeUndefined();
});
