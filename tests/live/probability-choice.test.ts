import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProbabilityChoice } from '#lib/live/probability-choice.svelte.ts';

beforeEach(() => localStorage.clear());
afterEach(() => void vi.restoreAllMocks());

test('chances multiply until somebody chooses otherwise, which is kept per workshop', () => {
	const choice = new ProbabilityChoice('one');
	expect(choice.mode).toBe('expected');
	choice.choose('event');
	expect(choice.mode).toBe('event');
	expect(new ProbabilityChoice('one').mode).toBe('event');
	expect(new ProbabilityChoice('two').mode).toBe('expected');
});

test('what this program does not know is not a choice', () => {
	localStorage.setItem('tegenwicht:one:probability', '"perhaps"');
	expect(new ProbabilityChoice('one').mode).toBe('expected');
});

test('where a device keeps nothing, the choice holds as long as the page does', () => {
	const closed = () => {
		throw new DOMException('storage is closed', 'SecurityError');
	};
	vi.spyOn(Storage.prototype, 'getItem').mockImplementation(closed);
	vi.spyOn(Storage.prototype, 'setItem').mockImplementation(closed);
	const choice = new ProbabilityChoice('one');
	choice.choose('event');
	expect(choice.mode).toBe('event');
});
