import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { expectSaved } from '../support.ts';

const shared = new URL('../../../../shared/data/', import.meta.url);

async function importFile(
	page: Page,
	name: string,
	buffer: Buffer,
	period?: string
): Promise<void> {
	await page.getByRole('button', { name: 'Importeer cijfers' }).click();
	const dialog = page.getByRole('dialog');
	const mimeType = 'text/plain';
	await dialog.getByLabel('Bestand', { exact: true }).setInputFiles({ name, mimeType, buffer });
	if (period) {
		await dialog.getByLabel('Periode van deze cijfers').fill(period);
		await dialog.getByLabel('Periode van deze cijfers').blur();
	}
	await dialog.getByRole('button', { name: 'Importeer' }).click();
	await expect(dialog.getByText(/^Opgeslagen:/)).toBeVisible({ timeout: 60_000 });
	await dialog.getByRole('button', { name: 'Klaar' }).click();
}

const registration =
	'buurtcode;indicator;2022;2023;2024;2025\nBU05990110;Overlastmeldingen per 100 woningen;6,1;6,8;7,2;7,4\n';

test('from an empty workshop to a profile of a real neighbourhood with trend, map and norm, within two minutes', async ({
	page
}, testInfo) => {
	test.setTimeout(240_000);
	const begin = Date.now();
	await page.goto('/');
	await page
		.getByRole('button', { name: /Begin een werksessie/ })
		.first()
		.click();
	const start = page.getByRole('dialog');
	await start
		.getByLabel(/Titel|naam van de werksessie/i)
		.first()
		.fill('Stadsdriehoek');
	await start.getByRole('button', { name: /Begin/ }).click();
	await page.waitForURL(/\/w\/[a-z0-9]{16}\/arena/);
	await page
		.getByRole('link', { name: /Onderzoek/ })
		.first()
		.click();

	const read = (path: string) => readFileSync(new URL(path, shared));
	const buurten = 'lbm3_2024_buurten_rotterdam_utrecht_eindhoven_breda.csv';
	await importFile(page, buurten, read(`leefbaarometer/${buurten}`));
	await importFile(page, 'lbm3_2024_gemeenten.csv', read('leefbaarometer/lbm3_2024_gemeenten.csv'));
	await importFile(
		page,
		'buurten_rotterdam.geojson',
		read('geo/buurten_rotterdam.geojson'),
		'2024'
	);
	await importFile(page, 'meldingen.csv', Buffer.from(registration));

	const area = page.getByLabel('Gebied', { exact: true });
	await area.fill('Stadsdriehoek');
	await area.blur();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Stadsdriehoek scoort hoger');
	await expect(page.getByText(/De afwijking van het Nederlandse gemiddelde is 0,1/)).toBeVisible();
	await expect(page.getByText(/In Rotterdam is dat/)).toBeVisible();
	await page.getByRole('button', { name: 'Stadsdriehoek is onze buurt' }).click();
	await expect(page.getByText(/Stadsdriehoek staat op plaats \d+ van 77/)).toBeVisible();

	await page.getByRole('button', { name: /^Volg Overlastmeldingen/ }).click();
	await page
		.getByRole('link', { name: /Inzoomen/ })
		.first()
		.click();
	await page.getByLabel('Onze norm').first().fill('5');
	await page.getByLabel('Onze norm').first().blur();
	await expect(page.getByText(/de norm is 5/)).toBeVisible();
	await page
		.getByRole('link', { name: /Onderzoek/ })
		.first()
		.click();
	await expect(page.getByText('onze norm')).toBeVisible();
	await expectSaved(page);
	expect(Date.now() - begin).toBeLessThan(120_000);
	await testInfo.attach('profile', {
		body: await page.screenshot({ fullPage: true }),
		contentType: 'image/png'
	});
});
