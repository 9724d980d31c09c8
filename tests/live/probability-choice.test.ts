import { beforeEach, expect, test } from 'vitest';
import { ProbabilityChoice } from '#lib/live/probability-choice.svelte.ts';

beforeEach(() => localStorage.clear());

test('chances multiply until somebody chooses otherwise, which is kept per workshop', () => {
	const choice = new ProbabilityChoice('one');
	expect(choice.mode).toBe('expected');
	choice.choose('event');
	expect(choice.mode).toBe('event');
	expect(new ProbabilityChoice('one').mode).toBe('event');
	expect(new ProbabilityChoice('two').mode).toBe('expected');
});

test('what this program does not know is not a choice', () => {
	localStorage.setItem('tegenwicht:one:probability', 'perhaps');
	expect(new ProbabilityChoice('one').mode).toBe('expected');
});
