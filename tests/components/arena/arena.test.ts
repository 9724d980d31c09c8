import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SmallServer } from '../../live/small-server.ts';
import { until } from '../../live/until.ts';
import { drawn, openArena, startDemo, type OpenArena } from './workshop.ts';

let server: SmallServer;
const arenas: OpenArena[] = [];

beforeEach(async () => {
	localStorage.clear();
	server = await startDemo();
});

afterEach(async () => {
	await Promise.all(arenas.splice(0).map((arena) => arena.close()));
	await server.stop();
});

async function open(role?: Parameters<typeof openArena>[1]): Promise<OpenArena> {
	const arena = await openArena(server, role);
	arenas.push(arena);
	return arena;
}

function choose(arena: OpenArena, scenario: string): void {
	const label = [...arena.page.querySelectorAll('.toolbar label')].find(
		({ textContent }) => textContent?.trim() === scenario
	);
	label?.querySelector('input')?.click();
	flushSync();
}

test('shows who puts in, what is done, what changes and who receives it', async () => {
	const arena = await open();
	const counts = ['inleg', 'doen', 'verandert', 'ontvangt'].map(
		(column) => arena.places(column).length
	);
	expect(counts).toEqual([6, 10, 22, 8]);
});

test('a scenario shows its own measures and what they bring', async () => {
	const arena = await open();
	choose(arena, 'Mensen eerst');
	expect(arena.places('doen')).toHaveLength(6);
	expect(arena.places('verandert')).toHaveLength(11);
	expect(arena.page.textContent).toContain('4 maatregelen doen hier niet mee.');
});

test('doing nothing shows no measures, no effects and nobody who pays', async () => {
	const arena = await open();
	choose(arena, 'Niets doen');
	for (const column of ['inleg', 'doen', 'verandert', 'ontvangt']) {
		expect(arena.places(column)).toEqual([]);
	}
});

test('people and purses stand apart and are told apart in words', async () => {
	const arena = await open();
	const shapes = arena
		.places('ontvangt')
		.map((place) => arena.card(place).querySelector('h3 title')?.textContent);
	const purse = 'Kas van een organisatie';
	expect(shapes).toEqual([purse, purse, purse, purse, purse, purse, 'Mensen', 'Mensen']);
});

test('what nobody estimated is said in words', async () => {
	const arena = await open();
	expect(arena.card('payer:care').textContent).toContain('uren, nog geen aantal');
	expect(arena.card('effect:care-pressure').textContent).toContain('nadeel');
});

test('a party that receives and puts nothing in is asked to take part', async () => {
	const arena = await open();
	expect(arena.page.textContent).toContain('Zorgverzekeraar ontvangt, maar legt nog niets in.');
	arena.press('Vraag of ze meedoen');
	expect(arena.field('Wie legt in?').value).toBe('insurer');
	arena.page.querySelector('form')?.requestSubmit();
	flushSync();
	expect(arena.page.querySelector('dialog')?.getAttribute('aria-label')).toBe('Zorgverzekeraar');
	expect(arena.places('inleg')).toContain('payer:insurer');
});

test('others see a new card from the first word on', async () => {
	const anna = await open();
	const bram = await open();
	anna.press('Maatregel toevoegen');
	anna.type('Wat doen we?', 'Buurtfeest');
	await until(() => {
		flushSync();
		return bram.page.textContent?.includes('Buurtfeest') === true;
	}, 'the card arrives');
	anna.type('Wat doen we?', 'Buurtfeest in juni');
	anna.page.querySelector('form')?.requestSubmit();
	flushSync();
	const titles = anna.session.content.measures.map(({ title }) => title);
	expect(titles.filter((title) => title.startsWith('Buurtfeest'))).toEqual(['Buurtfeest in juni']);
	while (anna.session.canUndo) anna.session.undo();
	flushSync();
	expect(anna.session.content.measures).toHaveLength(10);
});

test('a change to one card redraws that card and no other', async () => {
	const anna = await open();
	const bram = await open();
	const redrawn = new Set<string>();
	const observer = new MutationObserver((changes) => {
		for (const { target } of changes) {
			const element = target instanceof Element ? target : target.parentElement;
			const card = element?.closest<HTMLElement>('[data-place]');
			if (card) redrawn.add(card.dataset.place ?? '');
		}
	});
	observer.observe(bram.page, {
		subtree: true,
		childList: true,
		characterData: true,
		attributes: true
	});
	anna.session.change((board) => board.change('effect', 'repairs', { title: 'Minder gebeld' }));
	await until(() => {
		flushSync();
		return bram.card('effect:repairs').textContent?.includes('Minder gebeld') === true;
	}, 'the title arrives');
	await drawn();
	observer.disconnect();
	expect([...redrawn]).toEqual(['effect:repairs']);
});

test('who is typing in a card is shown on it', async () => {
	const anna = await open();
	const bram = await open();
	server.relayPresence();
	bram.session.presence.edit({ kind: 'effect', id: 'repairs', field: 'title' });
	await until(() => {
		flushSync();
		return anna.card('effect:repairs').textContent?.includes('schrijft') === true;
	}, 'the tag appears');
	bram.session.presence.edit(null);
	await until(() => {
		flushSync();
		return !anna.card('effect:repairs').textContent?.includes('schrijft');
	}, 'the tag disappears');
});

test('a batch of new cards is announced once', async () => {
	const anna = await open();
	const bram = await open();
	for (const title of ['Een', 'Twee', 'Drie', 'Vier']) {
		anna.session.change((board) => board.addMeasure({ title }));
	}
	await until(() => bram.said.length > 0, 'the batch is announced');
	expect(bram.said).toEqual(['4 added']);
	expect(anna.said).toEqual([]);
});

test.each(['observer', 'critic'] as const)(
	'the %s reads and has nothing to press',
	async (role) => {
		const arena = await open(role);
		expect(arena.page.textContent).toContain('U kijkt mee.');
		for (const word of ['Kaart toevoegen', 'Maatregel toevoegen', 'Vraag of ze meedoen']) {
			expect(arena.page.textContent).not.toContain(word);
		}
		arena.card('effect:repairs').querySelector<HTMLElement>('.open')?.click();
		flushSync();
		const dialog = arena.page.querySelector('dialog');
		const boxes = [...(dialog?.querySelectorAll('input, select, textarea') ?? [])];
		expect(boxes.length).toBeGreaterThan(20);
		expect(boxes.filter((box) => !box.matches(':disabled, [readonly]'))).toEqual([]);
		arena.session.change((board) => board.remove('effect', 'repairs'));
		expect(arena.session.content.effects.some(({ id }) => id === 'repairs')).toBe(true);
	}
);

test('a card that somebody else removes does not stay open', async () => {
	const anna = await open();
	const bram = await open();
	bram.card('effect:repairs').querySelector<HTMLElement>('.open')?.click();
	flushSync();
	expect(bram.page.querySelector('dialog')).not.toBeNull();
	anna.session.change((board) => board.remove('effect', 'repairs'));
	await until(() => {
		flushSync();
		return bram.page.querySelector('dialog') === null;
	}, 'the editor closes');
});
