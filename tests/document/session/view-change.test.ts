import fc from 'fast-check';
import { expect, test } from 'vitest';
import { share } from '#lib/document/reading/share.ts';
import { changeBetween, withChange } from '#lib/document/session/view-change.ts';

const view = {
	phase: 'goal',
	timer: { status: 'paused' },
	rounds: [
		{ id: 'a', ready: 1 },
		{ id: 'b', ready: 2 }
	]
};

test('a view that is the same has no change', () => {
	expect(changeBetween(view, { ...view })).toBeUndefined();
});

test('of a list only the items that changed are told, and the order', () => {
	const [a] = view.rounds;
	const after = { ...view, rounds: [{ id: 'c', ready: 0 }, a] };
	expect(changeBetween(view, after)).toEqual({
		lists: { rounds: { put: [{ id: 'c', ready: 0 }], order: ['c', 'a'] } }
	});
});

test('what is taken away is told', () => {
	const change = changeBetween(view, { ...view, timer: undefined });
	expect(change).toEqual({ unset: ['timer'] });
	expect(withChange(view, change!)).toEqual({ phase: 'goal', rounds: view.rounds });
});

test('what did not change stays the same object', () => {
	const after = { ...view, phase: 'facts' };
	const next = withChange(view, changeBetween(view, after)!);
	expect(next.rounds).toBe(view.rounds);
	expect(next.phase).toBe('facts');
});

const item = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), ready: fc.nat(3) });
const views = fc.record(
	{
		phase: fc.constantFrom('goal', 'facts'),
		timer: fc.record({ left: fc.nat(3) }),
		rounds: fc.uniqueArray(item, { selector: ({ id }) => id }),
		answered: fc.array(fc.constantFrom('x', 'y'))
	},
	{ requiredKeys: [] }
);

test('the change between any two views makes the one into the other, through JSON', () => {
	fc.assert(
		fc.property(views, views, (before, next) => {
			const after = share(before, next);
			const change = changeBetween(before, after);
			const told = change && JSON.parse(JSON.stringify(change));
			expect(told ? withChange(before, told) : before).toEqual(next);
		}),
		{ seed: 7, numRuns: 500 }
	);
});
