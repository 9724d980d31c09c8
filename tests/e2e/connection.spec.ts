import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, expect, test } from '@playwright/test';
import { startServer } from '../trust/server-process.ts';
import { demo, expectSaved, startWorkshop, visit } from './support.ts';

const card = 'Extra toezicht in de avond';

async function addMeasure(page: Page, title: string): Promise<void> {
	await page.getByRole('button', { name: 'Maatregel toevoegen' }).first().click();
	await page.getByLabel(/^Wat doen we/).fill(title);
	await page.getByRole('button', { name: 'Klaar' }).click();
}

test('what one person types, another sees within a second', async ({ browser, request }) => {
	const { links } = await startWorkshop(request, demo);
	const anna = await visit(browser, links.participant, { name: 'Anna' });
	const bram = await visit(browser, links.participant, { name: 'Bram' });
	await expect(bram.page.getByRole('button', { name: card, exact: true })).toBeVisible();
	await anna.page.getByRole('button', { name: 'Maatregel toevoegen' }).first().click();
	await anna.page.getByLabel(/^Wat doen we/).fill('Buurtfeest in juni');
	await expect(bram.page.getByText('Buurtfeest in juni', { exact: true })).toBeVisible({
		timeout: 1000
	});
	await anna.page.getByRole('button', { name: 'Klaar' }).click();
	await expectSaved(anna.page);
	await anna.close();
	await bram.close();
});

test('a lost connection shows within three seconds, and edits made without it arrive once', async ({
	browser,
	request
}) => {
	const { links } = await startWorkshop(request, demo);
	const anna = await visit(browser, links.participant, { name: 'Anna' });
	const bram = await visit(browser, links.participant, { name: 'Bram' });
	await expectSaved(anna.page);

	await anna.page.context().setOffline(true);
	await expect(anna.page.getByText('Geen verbinding', { exact: false }).first()).toBeVisible({
		timeout: 3000
	});
	for (const title of ['Eerste zonder verbinding', 'Tweede zonder verbinding']) {
		await addMeasure(anna.page, title);
	}
	await expect(anna.page.getByText('Op uw apparaat').first()).toBeVisible();
	await expect(bram.page.getByText('Eerste zonder verbinding', { exact: true })).toHaveCount(0);

	await anna.page.context().setOffline(false);
	await expect(bram.page.getByText('Eerste zonder verbinding', { exact: true })).toHaveCount(1);
	await expect(bram.page.getByText('Tweede zonder verbinding', { exact: true })).toHaveCount(1);
	await expectSaved(anna.page);
	await anna.close();
	await bram.close();
});

test('a killed server loses nothing that said saved, and edits made meanwhile arrive once', async ({
	browser,
	playwright
}) => {
	test.setTimeout(120_000);
	const port = 4174;
	const dataDirectory = mkdtempSync(join(tmpdir(), 'tegenwicht-restart-'));
	let server = await startServer(port, dataDirectory);
	const facilitator = await playwright.request.newContext({ baseURL: server.origin });
	const started = await startWorkshop(facilitator, demo);
	const anna = await visit(browser, server.origin + started.links.participant, { name: 'Anna' });
	await addMeasure(anna.page, 'Voor de klap bewaard');
	await expectSaved(anna.page);

	await server.kill('SIGKILL');
	await expect(anna.page.getByText('Geen verbinding', { exact: false }).first()).toBeVisible({
		timeout: 3000
	});
	await addMeasure(anna.page, 'Tijdens de storing getypt');
	await anna.page.reload().catch(() => undefined);
	server = await startServer(port, dataDirectory);
	await anna.page.goto(`${server.origin}/w/${started.id}/arena`);
	await expectSaved(anna.page);

	const file = await (await facilitator.get(`/api/workshops/${started.id}/file`)).json();
	const titles = file.measures.map((measure: { title: string }) => measure.title);
	for (const title of ['Voor de klap bewaard', 'Tijdens de storing getypt']) {
		expect(titles.filter((one: string) => one === title)).toHaveLength(1);
	}
	await anna.close();
	await facilitator.dispose();
	await server.kill('SIGTERM');
});

test('a part that cannot be fetched says so, and comes when it is tried again', async ({
	page
}) => {
	const { id } = await startWorkshop(page.request, demo);
	await page.goto(`/w/${id}/arena`);
	await expect(page.getByRole('button', { name: card, exact: true })).toBeVisible();
	await page.route('**/_app/immutable/**', (route) => route.abort());
	await page.getByRole('button', { name: 'Kaart toevoegen' }).click();
	await page.getByRole('menuitem', { name: 'Kies uit de bibliotheek' }).click();
	const failed = page.getByRole('alert').filter({ hasText: 'Dit deel kon niet worden geladen.' });
	await expect(failed.last()).toBeVisible();
	await page.unroute('**/_app/immutable/**');
	await failed.last().getByRole('button', { name: 'Probeer het opnieuw' }).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	await expect(failed).toHaveCount(0);
});
