import { beforeEach, expect, test } from 'vitest';
import { ShownScenario } from '#lib/live/shown-scenario.svelte.ts';

beforeEach(() => localStorage.clear());

test('the scenario that somebody looks at is the same after a reload, and apart per workshop', () => {
	new ShownScenario('one').show('people-first');
	expect(new ShownScenario('one').id).toBe('people-first');
	expect(new ShownScenario('two').id).toBeUndefined();
});

test('a scenario that is gone gives way to what a screen begins with, and comes back when it does', () => {
	const shown = new ShownScenario('one');
	shown.show('removed');
	expect(shown.among(['first', 'second'], 'first')).toBe('first');
	expect(shown.among(['first', 'removed'], 'first')).toBe('removed');
});
