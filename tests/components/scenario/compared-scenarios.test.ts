import { beforeEach, expect, test } from 'vitest';
import { ComparedScenarios } from '#lib/components/scenario/compared-scenarios.svelte.ts';

const compare = (...ids: string[]) => new ComparedScenarios('workshop', () => ids);

beforeEach(() => localStorage.clear());

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
	const compared = new ComparedScenarios('workshop', () => ids);
	compared.leaveOut('b');
	compared.leaveOut('c');
	expect(compared.shown).toEqual(['a']);
	ids.shift();
	const fresh = new ComparedScenarios('workshop', () => ids);
	expect(fresh.shown).toEqual(['b', 'c', 'd']);
});

test('what was chosen is still beside each other after a reload, and apart per workshop', () => {
	compare('a', 'b', 'c', 'd').leaveOut('a');
	expect(compare('a', 'b', 'c', 'd').shown).toEqual(['b', 'c']);
	expect(new ComparedScenarios('other', () => ['a', 'b']).shown).toEqual(['a', 'b']);
});

test('what cannot be read is not a choice', () => {
	localStorage.setItem('tegenwicht:workshop:compared', '{"a":1}');
	expect(compare('a', 'b').shown).toEqual(['a', 'b']);
});
