import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { progressNews, whatIsNew } from '#lib/components/host/progress-news.ts';
import { announced, announceSoon } from '#lib/components/ui/announcer.svelte.ts';
import type { SessionView } from '#lib/document/session/view.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate } from '#lib/i18n/translate.ts';

const t = createTranslate('nl', await loadMessages('nl'));
const people = ['anna', 'bea', 'cor', 'dirk'].map((id) => ({
	...{ id, role: 'participant' as const, partyId: null, colour: 0 }
}));
const quiet = { members: people, rounds: [], practices: [], votes: [], doubt: undefined };
type Watched = Parameters<typeof progressNews>[0];
const withReady = (ready: readonly string[]): Watched => ({
	...quiet,
	readyCheck: { id: 'check', ready } as unknown as NonNullable<SessionView['readyCheck']>
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Lets a screen reader hear the views one after another. */
function hear(views: readonly Watched[]): void {
	let before: ReadonlyMap<string, string> = new Map();
	for (const view of views) {
		const now = progressNews(view, t);
		for (const [about, sentence] of whatIsNew(before, now)) announceSoon(about, sentence);
		before = now;
	}
}

test('three people who become ready are heard as one sentence, with the last count', () => {
	const { last } = announced;
	hear([
		withReady([]),
		withReady(['anna']),
		withReady(['anna', 'bea']),
		withReady(['anna', 'bea', 'cor'])
	]);
	expect(announced.last).toBe(last);
	vi.advanceTimersByTime(2_500);
	expect(announced.last.sentence).toBe('3 van 4 zijn klaar');
	const heard = announced.last;
	vi.advanceTimersByTime(60_000);
	expect(announced.last).toBe(heard);
});

test('who comes in and who is ready meanwhile are heard together', () => {
	const one = { ...withReady([]), members: people.slice(0, 3) };
	hear([one, withReady(['anna'])]);
	vi.advanceTimersByTime(2_500);
	expect(announced.last.sentence).toBe('4 mensen doen mee. 1 van 4 zijn klaar');
});

test('nothing is heard of what the facilitator begins or of what stays the same', () => {
	const { last } = announced;
	hear([{ ...quiet, readyCheck: undefined }, withReady([]), withReady([])]);
	vi.advanceTimersByTime(60_000);
	expect(announced.last).toBe(last);
});
