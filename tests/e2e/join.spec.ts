import { expect, test } from '@playwright/test';
import { expectSaved, startWorkshop } from './support.ts';

test('somebody with a small phone goes from the link to a first saved card within a minute, and a reload keeps who they are', async ({
	browser,
	request
}) => {
	const started = await startWorkshop(request, { title: 'Proeftuin' });
	const context = await browser.newContext({
		viewport: { width: 360, height: 640 },
		hasTouch: true,
		isMobile: true
	});
	const page = await context.newPage();
	const begin = Date.now();

	await page.goto(started.links.participant);
	await expect(page).toHaveURL(/\/join$/);
	await page.getByLabel(/^Uw naam/).fill('Samira');
	await page.getByRole('button', { name: 'Doe mee' }).tap();
	await page.waitForURL(`/w/${started.id}/arena`);
	await page.getByRole('tab', { name: /Doen/ }).tap();
	await page.getByRole('button', { name: 'Maatregel toevoegen' }).first().tap();
	await page.getByLabel(/^Wat doen we/).fill('Samen de binnentuin opknappen');
	await page.getByRole('button', { name: 'Klaar' }).tap();
	await expectSaved(page);
	expect(Date.now() - begin).toBeLessThan(60_000);

	const before = await whoAmI();
	expect(before).toMatchObject({ role: 'participant', name: 'Samira' });
	await page.reload();
	await expect(page.getByText('Samen de binnentuin opknappen', { exact: true })).toBeVisible();
	expect(await whoAmI()).toEqual(before);
	await context.close();

	async function whoAmI(): Promise<unknown> {
		const response = await context.request.get(`/api/workshops/${started.id}`);
		return (await response.json()).member;
	}
});

test('a spoken code gives the participant role while the lobby is open, and nothing after that', async ({
	page,
	request
}) => {
	const started = await startWorkshop(request, { title: 'Proeftuin' });
	await page.goto('/');
	await page.getByLabel('Code van de werksessie').fill(started.code.toLowerCase());
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await page.waitForURL('**/join**');
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await page.waitForURL(`/w/${started.id}/arena`);

	const closed = await request.post(`/api/workshops/${started.id}/commands`, {
		data: { id: 'close-the-lobby', type: 'set-lobby', open: false }
	});
	expect(closed.ok()).toBe(true);
	const late = await page.request.post('/api/join', { data: { code: started.code } });
	const wrong = await page.request.post('/api/join', { data: { code: 'ZZZZZZZZ' } });
	expect([late.status(), wrong.status()]).toEqual([403, 403]);
	expect(await late.json()).toEqual(await wrong.json());
});
