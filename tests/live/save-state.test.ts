import { expect, test } from 'vitest';
import { refusalOf, saveStateOf, type ConnectionFacts } from '#lib/live/save-state.ts';

const calm: ConnectionFacts = {
	refused: false,
	reachable: true,
	loaded: true,
	late: false,
	settled: true,
	unsaved: false
};

const say = (facts: Partial<ConnectionFacts>) => saveStateOf({ ...calm, ...facts });

test('saved needs a server that answers, an acknowledgement of everything, and nothing unsaved', () => {
	const choices = [true, false];
	for (const reachable of choices)
		for (const settled of choices)
			for (const unsaved of choices)
				for (const loaded of choices) {
					const may = reachable && settled && !unsaved && loaded;
					expect(say({ reachable, settled, unsaved, loaded }) === 'saved').toBe(may);
				}
});

test.each([
	['an edit on its way', { unsaved: true, settled: false }, 'saving'],
	['an edit without a connection', { unsaved: true, reachable: false }, 'offline-with-edits'],
	['a lost connection', { reachable: false }, 'offline'],
	['a page that is opening', { loaded: false, settled: false, reachable: false }, 'loading'],
	['a page that waits long', { loaded: false, reachable: false, late: true }, 'offline'],
	['a refusal', { refused: true, unsaved: true }, 'refused']
] as const)('%s reads as such', (_what, facts, state) => {
	expect(say(facts)).toBe(state);
});

test('close codes of the socket library and unknown refusals have a meaning too', () => {
	expect(refusalOf(1009)).toBe(4413);
	expect(refusalOf(4499)).toBe(4400);
});
