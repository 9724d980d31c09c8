import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SmallServer } from '../../live/small-server.ts';
import { openArena, startDemo, type OpenArena } from './workshop.ts';

let server: SmallServer;
let arena: OpenArena;

beforeEach(async () => {
	localStorage.clear();
	server = await startDemo();
	arena = await openArena(server);
});

afterEach(async () => {
	await arena.close();
	await server.stop();
});

function openCard(place: string): HTMLElement {
	arena.card(place).querySelector<HTMLElement>('.open')?.click();
	flushSync();
	const dialog = arena.page.querySelector('dialog');
	if (!dialog) throw new Error('The editor did not open.');
	return dialog;
}

/** Presses a button at the foot of the editor. */
function pressAtFoot(name: string): void {
	const buttons = [...arena.page.querySelectorAll<HTMLElement>('dialog footer button')];
	const button = buttons.find(({ textContent }) => textContent?.trim() === name);
	if (!button) throw new Error(`There is no button ${name} at the foot.`);
	button.click();
	flushSync();
}

const effect = (id: string) => arena.session.content.effects.find((one) => one.id === id);

test('an effect shows where it comes from and whom it reaches', () => {
	const dialog = openCard('effect:crises');
	expect(dialog.querySelector('ol')?.textContent?.replaceAll(/\s+/g, ' ')).toMatch(
		/komt door Begeleiding en achtervang.*Minder crisisopnames.*Zorgverzekeraar, Gemeente/
	);
});

test('a title changes while it is typed, and an emptied title keeps the old one', () => {
	openCard('effect:repairs');
	arena.type('Titel', 'Minder lekkages');
	expect(effect('repairs')?.title).toBe('Minder lekkages');
	arena.type('Titel', '');
	expect(effect('repairs')?.title).toBe('Minder lekkages');
	expect(arena.page.querySelector('dialog')?.textContent).toContain('Zonder titel kan het niet.');
	arena.type('Titel', 'Minder storingen');
	expect(effect('repairs')?.title).toBe('Minder storingen');
});

test('sharing out more than everything is refused in words', () => {
	openCard('effect:crises');
	arena.type('Deel voor Zorgverzekeraar', '90');
	arena.leave('Deel voor Zorgverzekeraar');
	expect(effect('crises')?.recipients.map(({ share }) => share)).toEqual([0.8, 0.2]);
	expect(arena.page.querySelector('dialog')?.textContent).toContain('Typ hoogstens 80%');
	arena.type('Deel voor Zorgverzekeraar', '70');
	arena.leave('Deel voor Zorgverzekeraar');
	expect(effect('crises')?.recipients.map(({ share }) => share)).toEqual([0.7, 0.2]);
	expect(arena.page.querySelector('dialog')?.textContent).toContain('Nog 10% is niet verdeeld.');
});

test('a formula that is not one is kept on the screen, not in the workshop', () => {
	openCard('effect:energy-bill');
	arena.type('Formule', 'homes * (takeup');
	expect(effect('energy-bill')?.formula).toBe('homes * takeup');
	expect(arena.page.querySelector('dialog')?.textContent).toContain(
		'Hier is de formule niet af of klopt hij niet (bij teken'
	);
	arena.type('Formule', 'homes * takeup * 2');
	expect(effect('energy-bill')?.formula).toBe('homes * takeup * 2');
	expect(arena.page.querySelector('dialog')?.textContent).toContain('442 woningen');
});

test('a removed card comes back with undo', () => {
	openCard('effect:crises');
	pressAtFoot('Verwijder');
	expect(effect('crises')).toBeUndefined();
	expect(arena.page.querySelector('dialog')).toBeNull();
	arena.session.undo();
	flushSync();
	expect(effect('crises')?.recipients).toHaveLength(2);
});

test('a card can be moved without dragging, also to another measure', () => {
	openCard('effect:repairs');
	pressAtFoot('Onderaan');
	expect(arena.places('verandert').at(-1)).toBe('effect:repairs');
	pressAtFoot('Naar maatregel: Kennismakingsgesprek met nieuwe huurders');
	expect(effect('repairs')?.measureIds).toEqual(['welcome']);
});

test('a contribution without an amount is asked for, never filled with 0', () => {
	openCard('payer:care');
	expect(arena.page.querySelector('dialog')?.textContent).toContain('Hoeveel uur per jaar?');
	arena.type('Waarschijnlijk', '300');
	arena.leave('Waarschijnlijk');
	const support = arena.session.content.measures.find(({ id }) => id === 'support');
	const own = support?.contributions.find(({ partyId }) => partyId === 'care');
	expect(own?.hours).toBe(300);
	expect(own?.amount).toBeNull();
});
