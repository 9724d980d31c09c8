import { expect, test } from 'vitest';
import {
	maximumPresenceBytes,
	presenceFits,
	readPresence,
	type Presence
} from '#lib/document/presence.ts';

const here: Presence = {
	cursor: { anchor: 3, head: 7 },
	editing: { kind: 'measure', id: 'caretaker', field: 'description' },
	user: { name: 'Fatima', role: 'participant', colour: 4 }
};

test('somebody who is here shows where they are, and nothing else', () => {
	expect(readPresence({ ...here, secret: 'token', user: { ...here.user, email: 'x' } })).toEqual(
		here
	);
	const idle = { cursor: null, editing: null, user: { name: null, role: 'observer', colour: 0 } };
	expect(readPresence(idle)).toEqual(idle);
});

test('what is no presence is not shown', () => {
	const wrong: unknown[] = [
		null,
		'here',
		{},
		{ ...here, cursor: { anchor: -1, head: 0 } },
		{ ...here, editing: { kind: 'round', id: 'r1', field: 'note' } },
		{ ...here, editing: { ...here.editing, id: '__proto__' } },
		{ ...here, user: { ...here.user, role: 'boss' } }
	];
	for (const state of wrong) expect(readPresence(state)).toBeUndefined();
});

test('a state that is too large to send to everybody is not shown', () => {
	const field = `recipients.${'p'.repeat(64)}.share`;
	const long = {
		...here,
		editing: { ...here.editing!, field },
		user: { ...here.user, name: 'é'.repeat(80) }
	};
	expect(presenceFits(long)).toBe(true);
	expect(readPresence(long)).toEqual(long);
	const longest = {
		...long,
		editing: { ...long.editing, id: 'i'.repeat(64), field: '€'.repeat(140) }
	};
	expect(JSON.stringify(longest).length).toBeLessThan(maximumPresenceBytes);
	expect(readPresence(longest)).toBeUndefined();
});
