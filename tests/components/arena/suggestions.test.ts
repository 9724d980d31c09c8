import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { SmallServer } from '../../live/small-server.ts';
import { until } from '../../live/until.ts';
import { drawn, openArena, startDemo, type OpenArena } from './workshop.ts';

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

test('what is not answered yet is there again after a reload, on this device', async () => {
	await takeFromLibrary();
	press('Weg ermee: Bouwoverlast');
	await anna.close();
	anna = await openArena(server);
	await until(() => {
		flushSync();
		return anna.page.textContent?.includes('5 voorstellen uit de bibliotheek') === true;
	}, 'the suggestions come back');
	expect(anna.page.textContent).not.toContain('Bouwoverlast');
	anna.press('Alles weg');
	await anna.close();
	anna = await openArena(server);
	await drawn();
	expect(anna.page.textContent).not.toContain('voorstellen uit de bibliotheek');
});

test('a measure that is undone takes its suggestions with it', async () => {
	await takeFromLibrary();
	anna.session.undo();
	await drawn();
	expect(anna.page.textContent).not.toContain('voorstellen uit de bibliotheek');
	anna.session.redo();
	await drawn();
	expect(anna.page.textContent).toContain('6 voorstellen uit de bibliotheek');
});

describe('in a workshop without parties', () => {
	/** One measure, nobody yet who pays or receives. */
	function withoutParties(file: WorkshopFile): WorkshopFile {
		const [first] = file.measures;
		const measures = first
			? [{ ...first, leadPartyId: null, dependsOn: [], contributions: [] }]
			: [];
		return {
			...file,
			parties: [],
			causes: [],
			measures,
			effects: [],
			scenarios: [],
			rounds: [],
			challenges: []
		};
	}

	beforeEach(async () => {
		await anna.close();
		await server.stop();
		server = await startDemo(withoutParties);
		anna = await openArena(server);
		await takeFromLibrary();
	});

	const parties = () => anna.session.content.parties.map(({ name, kind }) => `${name}: ${kind}`);

	test('payers and receivers are suggested with the measure', () => {
		const suggested = (column: string) =>
			[...anna.page.querySelectorAll(`[data-column=${column}] ul[aria-label] b`)].map(
				({ textContent }) => textContent
			);
		expect(suggested('inleg')).toEqual(['Woningcorporatie', 'Gemeente']);
		expect(suggested('ontvangt')).toEqual(['Huurders', 'Woningcorporatie', 'Bewoners']);
	});

	test('a payer that is accepted becomes a party with its contribution, in one step', () => {
		press('Neem over: Gemeente');
		expect(parties()).toEqual(['Gemeente: budget']);
		const [measure] = anna.session.content.measures;
		expect(measure?.contributions).toMatchObject([
			{ partyId: anna.session.content.parties[0]?.id, kind: 'money', amount: null }
		]);
		anna.session.undo();
		expect(parties()).toEqual([]);
	});

	test('a receiver that is accepted also receives from effects that were accepted before', () => {
		press('Neem over: Lagere energierekening');
		expect(anna.session.content.effects[0]?.recipients).toEqual([]);
		press('Neem over: Huurders');
		expect(parties()).toEqual(['Huurders: people']);
		expect(anna.session.content.effects[0]?.recipients).toEqual([
			{ partyId: anna.session.content.parties[0]?.id, share: null, certain: false }
		]);
	});

	test('accepting everything makes each party once and reaches it', () => {
		anna.press('Neem alles over');
		expect(parties().toSorted()).toEqual([
			'Bewoners: people',
			'Gemeente: budget',
			'Huurders: people',
			'Woningcorporatie: budget'
		]);
		expect(anna.session.content.effects).toHaveLength(4);
		expect(anna.session.content.effects.every(({ recipients }) => recipients.length > 0)).toBe(
			true
		);
		anna.session.undo();
		expect(parties()).toEqual([]);
	});
});
