import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SmallServer } from '../../live/small-server.ts';
import { until } from '../../live/until.ts';
import { openArena, startDemo, type OpenArena } from './workshop.ts';

let server: SmallServer;
let anna: OpenArena;

beforeEach(async () => {
	localStorage.clear();
	server = await startDemo();
	anna = await openArena(server);
});

afterEach(async () => {
	await anna.close();
	await server.stop();
});

/** Takes a measure over from the library that brings effects for parties of the demo. */
async function takeFromLibrary(): Promise<void> {
	anna.press('Kies uit de bibliotheek');
	await until(() => {
		flushSync();
		return anna.page.querySelector('dialog li') !== null;
	}, 'the library opens');
	anna.type('Zoek een maatregel', 'renovatie met verduurzaming');
	const items = [...anna.page.querySelectorAll('dialog section li')];
	expect(items).toHaveLength(1);
	items[0]?.querySelector('button')?.click();
	flushSync();
}

function press(name: string): void {
	anna.page.querySelector<HTMLElement>(`[aria-label="${name}"]`)?.click();
	flushSync();
}

test('a measure from the library brings suggestions that only this person sees', async () => {
	await takeFromLibrary();
	expect(anna.session.content.measures).toHaveLength(11);
	expect(anna.session.content.effects).toHaveLength(22);
	expect(anna.page.textContent).toContain('6 voorstellen uit de bibliotheek');
	expect(anna.session.content.measures[0]?.contributions).toEqual([]);
});

test('an accepted suggestion is on the board, and one undo takes it off', async () => {
	await takeFromLibrary();
	press('Neem over: Bouwoverlast');
	expect(anna.session.content.effects[0]).toMatchObject({
		title: 'Bouwoverlast',
		direction: 'harm',
		amount: null
	});
	expect(anna.page.textContent).toContain('5 voorstellen');
	anna.session.undo();
	expect(anna.session.content.effects).toHaveLength(22);
});

test('a dropped suggestion leaves no trace', async () => {
	await takeFromLibrary();
	press('Weg ermee: Bouwoverlast');
	expect(anna.page.textContent).toContain('5 voorstellen');
	expect(anna.session.content.effects).toHaveLength(22);
});

test('all suggestions can be accepted at once', async () => {
	await takeFromLibrary();
	anna.press('Neem alles over');
	expect(anna.session.content.effects).toHaveLength(26);
	expect(anna.session.content.measures[0]?.contributions.map(({ amount }) => amount)).toEqual([
		null,
		null
	]);
	expect(anna.page.textContent).not.toContain('voorstellen uit de bibliotheek');
});
