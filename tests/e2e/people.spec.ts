import { type Page, expect, test } from '@playwright/test';
import { demo, expectSaved, startWorkshop, visit } from './support.ts';

const first = 'Extra toezicht in de avond';
const second = 'Soepeler toewijzen';

async function rename(page: Page, from: string, to: string): Promise<void> {
	await page.getByRole('button', { name: from, exact: true }).first().click();
	await page.getByRole('dialog').getByRole('textbox').first().fill(to);
	await page.keyboard.press('Escape');
	await expectSaved(page);
}

const card = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('the facilitator takes back what one person did; what another changed since stays, and is named', async ({
	browser,
	page
}) => {
	test.setTimeout(120_000);
	const { id, links } = await startWorkshop(page.request, demo);
	const titles = await titlesOf(page, id);
	const [one = first, other = second] = titles;
	const bram = await visit(browser, links.participant, { name: 'Bram' });
	const carla = await visit(browser, links.participant, { name: 'Carla' });
	await rename(bram.page, one, 'Onzin');
	await rename(bram.page, other, 'Nog meer onzin');
	await expect(card(carla.page, 'Nog meer onzin').first()).toBeVisible();
	await rename(carla.page, 'Nog meer onzin', 'Weer zinnig');

	await page.goto(`/w/${id}/settings`);
	await page.getByRole('link', { name: 'Draai werk terug van Bram' }).click();
	await expect(page.getByText(`Titel: van Onzin naar ${one}`)).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Dit gaat terug: 1 ding' })).toBeVisible();
	await expect(page.getByText('Daarna veranderd door Carla.')).toBeVisible();
	await page.getByRole('button', { name: 'Draai dit terug' }).click();
	await expect(
		page.getByRole('heading', { name: 'Er is niets om terug te draaien' })
	).toBeVisible();
	await expect(card(bram.page, one).first()).toBeVisible();
	await expect(card(carla.page, 'Weer zinnig').first()).toBeVisible();
	expect(await titlesOf(page, id)).toEqual([one, 'Weer zinnig', ...titles.slice(2)]);
	await Promise.all([bram.close(), carla.close()]);
});

test('who is removed is out, and the facilitator is shown in which cards the name still stands', async ({
	browser,
	page
}) => {
	const { id, links } = await startWorkshop(page.request, demo);
	const [one = first] = await titlesOf(page, id);
	const bram = await visit(browser, links.participant, { name: 'Bram' });
	await rename(bram.page, one, 'Bram belt aan');
	await page.goto(`/w/${id}/settings`);
	await page.getByRole('button', { name: 'Haal Bram eruit' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByText('Die haalt u zelf weg: Bram belt aan.')).toBeVisible();
	await dialog.getByRole('button', { name: 'Haal Bram eruit' }).click();
	await expect(page.getByText('Uit de werksessie gehaald')).toBeVisible();
	expect((await bram.page.request.get(`/api/workshops/${id}`)).status()).toBe(401);
	await bram.close();
});

test('a workshop is deleted only by whoever types its title, and is then gone for everybody', async ({
	browser,
	page
}) => {
	const { id, links } = await startWorkshop(page.request, { title: 'Weg ermee' });
	const other = await visit(browser, links.participant);
	await page.goto(`/w/${id}/settings`);
	await page.getByRole('button', { name: 'Verwijder deze werksessie' }).click();
	const remove = page.getByRole('button', { name: 'Verwijder alles' });
	await expect(remove).toBeDisabled();
	await page.getByLabel('Typ de titel om zeker te zijn: Weg ermee').fill('Weg ermee');
	await remove.click();
	await page.waitForURL('/');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByText('Weg ermee')).toHaveCount(0);
	expect((await other.page.request.get(`/api/workshops/${id}`)).status()).toBe(404);
	await other.page.reload();
	await expect(other.page.getByRole('heading', { level: 1 })).not.toHaveText('Weg ermee');
	await other.close();
});

async function titlesOf(page: Page, id: string): Promise<string[]> {
	const file = await (await page.request.get(`/api/workshops/${id}/file`)).json();
	return file.measures.map(({ title }: { title: string }) => title);
}
