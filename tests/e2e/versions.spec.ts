import { type Page, expect, test } from '@playwright/test';
import { demo, expectSaved, startWorkshop, visit } from './support.ts';

const title = 'Extra toezicht in de avond';

async function rename(page: Page, from: string, to: string): Promise<void> {
	await page.getByRole('button', { name: from, exact: true }).first().click();
	await page.getByRole('dialog').getByRole('textbox').first().fill(to);
	await expectSaved(page);
}

test('a version is kept under a name, looked at, and compared with what others made of it', async ({
	browser,
	page
}) => {
	const { id, links } = await startWorkshop(page.request, demo);
	const other = await visit(browser, links.participant, { name: 'Bram' });
	await page.goto(`/w/${id}/settings`);
	await page.getByLabel('Bewaar het bord van nu onder een naam').fill('Voor de pauze');
	await page.getByRole('button', { name: 'Bewaar deze versie' }).click();
	await expect(page.getByText('Voor de pauze', { exact: true })).toBeVisible();
	await page
		.getByRole('link', { name: /^Bekijk en vergelijk/ })
		.first()
		.click();
	await expect(page.getByRole('heading', { level: 1, name: 'Voor de pauze' })).toBeVisible();
	await expect(page.getByRole('heading', { name: 'Er is niets anders' })).toBeVisible();
	await expect(page.getByRole('rowheader', { name: title }).first()).toBeVisible();

	await rename(other.page, title, 'Toezicht tot middernacht');
	await expect(page.getByRole('heading', { name: 'Er is 1 ding anders' })).toBeVisible();
	await expect(page.getByText(`Titel: van ${title} naar Toezicht tot middernacht`)).toBeVisible();
	// The version itself stays what it was.
	await expect(page.getByRole('rowheader', { name: title }).first()).toBeVisible();
	await other.close();
});
