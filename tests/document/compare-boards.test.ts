import { expect, test } from 'vitest';
import { compareBoards } from '#lib/document/compare-boards.ts';
import { Person } from './tools.ts';

function boardWithCards() {
	const { board } = new Person(1);
	const party = board.addParty({ name: 'Municipality' }) as string;
	const measure = board.addMeasure({ title: 'Supervision' }) as string;
	const money = board.addContribution(measure, { partyId: party, kind: 'money', amount: 100 });
	const effect = board.addEffect({
		title: 'Fewer nuisance calls',
		measureIds: [measure]
	}) as string;
	return { board, party, measure, money: money as string, effect };
}

test('two equal boards differ in nothing', () => {
	const { board } = boardWithCards();
	expect(compareBoards(board.content, structuredClone(board.content))).toEqual([]);
});

test('what was changed is told per record and field, with what it was and is', () => {
	const { board, measure, money, effect, party } = boardWithCards();
	const before = board.content;
	board.change('measure', measure, { title: 'Evening supervision' });
	board.changeContribution(measure, money, { amount: { low: 1, likely: 2, high: 3 } });
	board.setRecipient(effect, party, { share: 0.5 });
	board.change('effect', effect, {
		evidence: { level: 2, scope: null, localCheck: false, references: [] }
	});
	expect(compareBoards(before, board.content)).toEqual([
		{
			...{ kind: 'measure', id: measure, change: 'changed' },
			fields: [
				{ field: 'title', before: 'Supervision', after: 'Evening supervision' },
				{
					field: `contributions.${money}.amount`,
					before: 100,
					after: { low: 1, likely: 2, high: 3 }
				}
			]
		},
		{
			...{ kind: 'effect', id: effect, change: 'changed' },
			fields: [
				{ field: `recipients.${party}`, before: undefined, after: expect.any(Object) },
				{ field: 'evidence.level', before: null, after: 2 }
			]
		}
	]);
});

test('what came and what went is told without its fields, and settings as the workshop', () => {
	const { board, effect } = boardWithCards();
	const before = board.content;
	board.remove('effect', effect);
	const cause = board.addCause({ text: 'Empty square' });
	board.setSettings({ title: 'Another title' });
	expect(compareBoards(before, board.content)).toEqual([
		{
			...{ kind: 'workshop', id: 'workshop', change: 'changed' },
			fields: [{ field: 'title', before: before.workshop.title, after: 'Another title' }]
		},
		{ kind: 'cause', id: cause, change: 'added', fields: [] },
		{ kind: 'effect', id: effect, change: 'removed', fields: [] }
	]);
});
