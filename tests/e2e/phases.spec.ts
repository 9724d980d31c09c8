import { type Page, expect, test } from '@playwright/test';
import { give } from './session-support.ts';
import { demo, expectSaved, startWorkshop, visit } from './support.ts';

test('everybody follows within a second of the time that the screen itself takes, except who is typing, and going back deletes nothing', async ({
	browser,
	page: host
}) => {
	test.setTimeout(120_000);
	const { id, links } = await startWorkshop(host.request, demo);
	const anna = await visit(browser, links.participant, { name: 'Anna' });
	const bram = await visit(browser, links.participant, { name: 'Bram' });
	await host.goto(`/w/${id}/host`);
	await host.getByRole('button', { name: 'Korte vorm, 90 minuten' }).click();
	await expect(host.getByRole('navigation', { name: /Korte vorm/ })).toBeVisible();
	const before = await contents();

	await bram.page.getByRole('button', { name: 'Maatregel toevoegen' }).first().click();
	await bram.page.getByLabel(/^Wat doen we/).fill('Half getypt');
	const alone = await timeTo(anna.page, () =>
		anna.page.getByRole('link', { name: 'Blind schatten' }).click()
	);
	await anna.page.goto(`/w/${id}/arena`);
	await expectSaved(anna.page);
	const together = await timeTo(anna.page, () =>
		host.getByRole('button', { name: 'Oefenen met schatten' }).click()
	);
	expect(together - alone).toBeLessThan(1000);
	await expect(bram.page.getByRole('button', { name: 'Ga mee' })).toBeVisible();
	await expect(bram.page.getByLabel(/^Wat doen we/)).toHaveValue('Half getypt');
	expect(bram.page.url()).toContain('/arena');
	await bram.page.getByRole('button', { name: 'Ga mee' }).click();
	await bram.page.waitForURL(`/w/${id}/estimate`);

	await host.getByRole('button', { name: 'Vorige stap' }).click();
	await anna.page.waitForURL(`/w/${id}/arena`);
	await expect(anna.page.getByText('Half getypt').first()).toBeVisible();
	const after = await contents();
	for (const [index, records] of before.entries()) {
		expect(after[index]).toEqual(expect.arrayContaining(records));
	}
	await Promise.all([anna.close(), bram.close()]);

	/** Milliseconds until that screen is there; it takes a while to draw on a slow machine, whoever asks for it. */
	async function timeTo(screen: Page, ask: () => Promise<void>): Promise<number> {
		const there = screen.waitForURL(`/w/${id}/estimate`, { timeout: 10_000 });
		const begin = Date.now();
		await ask();
		await there;
		return Date.now() - begin;
	}

	async function contents(): Promise<unknown[][]> {
		const file = await (await host.request.get(`/api/workshops/${id}/file`)).json();
		return [file.measures, file.effects, file.parties];
	}
});

test('the name of a party that is half typed is kept when its writer goes along', async ({
	browser,
	page: host
}) => {
	const { id, links } = await startWorkshop(host.request, demo);
	await give(host.request, id, { type: 'set-phase', phase: 'payers' });
	const bram = await visit(browser, links.participant, { name: 'Bram' });
	await bram.page.getByRole('button', { name: 'Inleg toevoegen' }).first().click();
	await bram.page.getByLabel('Wie legt in?').selectOption({ label: 'Een nieuwe partij…' });
	await bram.page.getByLabel('Naam van de partij').pressSequentially('Buurtverenig');
	await give(host.request, id, { type: 'set-phase', phase: 'estimate' });
	await bram.page.getByRole('button', { name: 'Ga mee' }).click();
	await bram.page.waitForURL(`/w/${id}/estimate`);
	await expectSaved(bram.page);
	await expect(async () => {
		const file = await (await host.request.get(`/api/workshops/${id}/file`)).json();
		const names = file.parties.map(({ name }: { name: string }) => name);
		expect(names).toContain('Buurtverenig');
	}).toPass();
	await bram.close();
});

test('who comes in late sees the step that the group is at, with a summary', async ({
	browser,
	page: host
}) => {
	const { id, links } = await startWorkshop(host.request, demo);
	await host.goto(`/w/${id}/host`);
	await host.getByRole('button', { name: 'Korte vorm, 90 minuten' }).click();
	await host.getByRole('button', { name: 'Blind schatten, ronde 1' }).click();
	await expect(host.getByRole('heading', { level: 1 })).toHaveText('Blind schatten, ronde 1');

	const context = await browser.newContext({
		viewport: { width: 360, height: 640 },
		hasTouch: true,
		isMobile: true
	});
	const page = await context.newPage();
	await page.goto(links.participant);
	await page.getByRole('button', { name: 'Doe mee' }).tap();
	await page.waitForURL(`/w/${id}/phone`);
	await expect(page.getByText('U komt binnen bij: Blind schatten, ronde 1')).toBeVisible();
	await expect(page.getByText(/Tot nu toe: \d+ maatregelen/)).toBeVisible();
	await page.getByRole('button', { name: 'Begrepen' }).tap();
	await expect(page.getByText('U komt binnen bij')).toHaveCount(0);
	await context.close();
});
