import { expect, test } from 'vitest';
import { ComparedScenarios } from '#lib/components/scenario/compared-scenarios.svelte.ts';

const compare = (...ids: string[]) => new ComparedScenarios(() => ids);

test('the first three stand beside doing nothing until somebody chooses', () => {
	expect(compare('a', 'b', 'c', 'd').shown).toEqual(['a', 'b', 'c']);
	expect(compare('a').shown).toEqual(['a']);
	expect(compare().shown).toEqual([]);
});

test('a copy takes the place of the last one other than its original', () => {
	const compared = compare('a', 'b', 'c', 'copy');
	compared.add('copy', 'c');
	expect(compared.shown).toEqual(['a', 'c', 'copy']);
	compared.add('copy');
	expect(compared.shown).toEqual(['a', 'c', 'copy']);
});

test('the last scenario cannot be taken off the screen', () => {
	const compared = compare('a', 'b');
	compared.leaveOut('a');
	compared.leaveOut('b');
	expect(compared.shown).toEqual(['b']);
});

test('when all that were chosen are removed by others, the first three come back', () => {
	const ids = ['a', 'b', 'c', 'd'];
	const compared = new ComparedScenarios(() => ids);
	compared.leaveOut('b');
	compared.leaveOut('c');
	expect(compared.shown).toEqual(['a']);
	ids.shift();
	const fresh = new ComparedScenarios(() => ids);
	expect(fresh.shown).toEqual(['b', 'c', 'd']);
});
