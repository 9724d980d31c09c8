import { type Page, expect, test } from '@playwright/test';
import { demo, expectSaved, startWorkshop, visit } from './support.ts';

test('people who only look at the board see each other, by name', async ({ browser, request }) => {
	const { links } = await startWorkshop(request, demo);
	const anna = await visit(browser, links.participant, { name: 'Anna' });
	const bram = await visit(browser, links.participant, { name: 'Bram' });
	for (const { page } of [anna, bram]) {
		await expect(page.getByRole('button', { name: '2 mensen hier' })).toBeVisible();
	}
	await bram.page.getByRole('button', { name: '2 mensen hier' }).click();
	await expect(bram.page.getByRole('dialog').getByText('Anna')).toBeVisible();
	await anna.close();
	await expect(bram.page.getByRole('dialog').getByText('Anna')).toHaveCount(0);
	await bram.close();
});

test('everything that can be done with a card is reached with the keyboard', async ({ page }) => {
	await openOwn(page, demo);
	const card = page.getByRole('button', { name: 'Extra toezicht in de avond', exact: true });
	await card.focus();
	await page.keyboard.press('Tab');
	await expect(
		page.getByRole('button', { name: /van de criticus bij Extra toezicht in de avond$/ })
	).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(
		page.getByRole('button', { name: 'Meer voor Extra toezicht in de avond' })
	).toBeFocused();
	await page.keyboard.press('Enter');
	await page.getByRole('menuitem', { name: 'Verwijder' }).focus();
	await page.keyboard.press('Enter');
	await expect(card).toHaveCount(0);
	await page.getByRole('button', { name: 'Ongedaan maken' }).press('Enter');
	await expect(card).toBeVisible();
});

test('a card removed in its editor leaves the arena where it was, and undo brings it back', async ({
	page
}) => {
	await openOwn(page, demo);
	const address = page.url();
	const card = page.getByRole('button', { name: 'Minder crisisopnames', exact: true });
	await card.click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: 'Verwijder', exact: true })
		.last()
		.click();
	await expect(card).toHaveCount(0);
	expect(page.url()).toBe(address);
	await page.getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect(card).toBeVisible();
});

test('suggestions of the library stay suggestions until accepted, and are undone in one step', async ({
	page
}) => {
	const { id } = await openOwn(page, demo);
	await page.getByRole('button', { name: 'Kaart toevoegen' }).click();
	await page.getByRole('menuitem', { name: 'Kies uit de bibliotheek' }).click();
	await page.getByLabel('Zoek een maatregel').fill('sloop');
	await page
		.getByRole('button', { name: /^Neem over/ })
		.first()
		.click();
	await expect(page.getByText(/voorstel(len)? uit de bibliotheek/)).toBeVisible();
	const before = await countOf(page, id);
	expect(before).toEqual({ measures: 11, effects: 22 });
	await page.getByRole('button', { name: 'Neem alles over' }).click();
	await expectSaved(page);
	await expect.poll(async () => (await countOf(page, id)).effects).toBeGreaterThan(22);
	await page.getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect.poll(() => countOf(page, id)).toEqual(before);
});

test('an ambiguous number asks, and nothing is stored until it is clear', async ({ page }) => {
	const { id } = await openOwn(page, demo);
	await page.getByRole('button', { name: 'Minder crisisopnames', exact: true }).click();
	const likely = page.getByRole('dialog').getByLabel('Waarschijnlijk').first();
	const before = await amount();
	await likely.selectText();
	await likely.pressSequentially('1.234');
	await likely.press('Tab');
	await expect(page.getByText(/Bedoelt u/).first()).toBeVisible();
	await page.keyboard.press('Escape');
	expect(await amount()).toEqual(before);

	async function amount(): Promise<unknown> {
		await expectSaved(page);
		const file = await (await page.request.get(`/api/workshops/${id}/file`)).json();
		return file.effects.find((effect: { id: string }) => effect.id === 'crises').amount;
	}
});

async function openOwn(page: Page, body: unknown): Promise<{ id: string }> {
	const { id } = await startWorkshop(page.request, body);
	await page.goto(`/w/${id}/arena`);
	await expectSaved(page);
	return { id };
}

async function countOf(page: Page, id: string): Promise<{ measures: number; effects: number }> {
	const file = await (await page.request.get(`/api/workshops/${id}/file`)).json();
	return { measures: file.measures.length, effects: file.effects.length };
}
