import 'fake-indexeddb/auto';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Role } from '#lib/domain/role.ts';
import { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import { startDemo } from '../arena/workshop.ts';
import { mountIn, type Mounted } from '../ui/mounted.ts';
import type { SmallServer } from '../../live/small-server.ts';
import { until } from '../../live/until.ts';
import MatrixHarness from './MatrixHarness.svelte';

type OpenMatrix = Mounted & { readonly session: WorkshopSession };

let server: SmallServer;
const opened: OpenMatrix[] = [];

beforeEach(async () => {
	localStorage.clear();
	server = await startDemo();
});

afterEach(async () => {
	for (const { remove, session } of opened.splice(0)) {
		await remove();
		await session.close();
	}
	await server.stop();
});

async function open(role: Role = 'participant'): Promise<OpenMatrix> {
	const session = new WorkshopSession({
		workshopId: 'demo',
		me: { id: `${role}${opened.length}`, role, name: null },
		epoch: 1,
		origin: server.origin,
		tell: () => {}
	});
	await until(() => session.content.measures.length > 0, 'the board arrives');
	const matrix = { ...(await mountIn('nl', MatrixHarness, { session })), session };
	opened.push(matrix);
	await drawnUntil(() => matrix.page.querySelector('table') !== null, 'the table is drawn');
	return matrix;
}

function drawnUntil(what: () => boolean, because: string): Promise<void> {
	return until(() => {
		flushSync();
		return what();
	}, because);
}

async function choose({ page }: OpenMatrix, scenario: string): Promise<void> {
	const select = page.querySelector('select')!;
	const option = [...select.options].find(({ text }) => text.trim() === scenario)!;
	select.value = option.value;
	select.dispatchEvent(new Event('change', { bubbles: true }));
	const caption = () => page.querySelector('caption')?.textContent ?? 'Niets doen: geen tabel';
	await drawnUntil(() => caption().startsWith(`${scenario}:`), `${scenario} is valued`);
}

const title = ({ page }: OpenMatrix) => page.querySelector('h1')?.textContent?.trim();

function row({ page }: OpenMatrix, party: string): string {
	const header = [...page.querySelectorAll('th[scope=row]')].find((one) =>
		one.textContent?.includes(party)
	);
	return (header?.parentElement?.textContent ?? '').replace(/\s+/g, ' ');
}

test('an observer reads who pays and who receives, and where agreements help', async () => {
	const matrix = await open('observer');
	await choose(matrix, 'Mensen eerst');
	expect(title(matrix)).toBe(
		'De kassen leggen naar verwachting toe. Mensen gaan er naar verwachting op vooruit.'
	);
	expect(row(matrix, 'Zorgverzekeraar')).toContain('niets');
	expect(row(matrix, 'Politie')).toContain('1 niet in euro’s');
	expect(matrix.page.querySelector('aside')?.textContent).toContain('naar Gemeente Waterhoven');
});

test('doing nothing has a sentence and no table', async () => {
	const matrix = await open();
	await choose(matrix, 'Niets doen');
	expect(title(matrix)).toMatch(/^Niets doen kost niets/);
	expect(matrix.page.querySelector('table')).toBeNull();
});

test('numbers follow what somebody else changes, and rows that stay the same are not redrawn', async () => {
	const anna = await open();
	const bram = await open();
	await choose(bram, 'Mensen eerst');
	const before = row(bram, 'Zorgverzekeraar');
	const police = row(bram, 'Politie');
	const redrawn: Node[] = [];
	const observer = new MutationObserver((changes) =>
		redrawn.push(...changes.map(({ target }) => target))
	);
	observer.observe(bram.page, { subtree: true, childList: true, characterData: true });
	const effects = anna.session.content.effects.filter(({ recipients }) =>
		recipients.some(({ partyId }) => partyId === 'insurer')
	);
	for (const { id } of effects)
		anna.session.change((board) => board.change('effect', id, { unitValue: null }));
	await drawnUntil(() => row(bram, 'Zorgverzekeraar') !== before, 'the numbers follow');
	observer.disconnect();
	expect(row(bram, 'Zorgverzekeraar')).not.toContain('€');
	expect(row(bram, 'Politie')).toBe(police);
	const rows = redrawn.map(
		(node) => (node instanceof Element ? node : node.parentElement)?.closest('tr')?.textContent
	);
	expect(rows.some((text) => text?.includes('Politie'))).toBe(false);
});

test('a board without scenarios values all measures together', async () => {
	const matrix = await open();
	for (const { id } of matrix.session.content.scenarios)
		matrix.session.change((board) => board.remove('scenario', id));
	await drawnUntil(
		() =>
			matrix.page.querySelector('caption')?.textContent?.startsWith('Alle maatregelen') === true,
		'all measures are valued'
	);
	expect(row(matrix, 'Woonstichting')).toContain('€');
});
