import { type Page, expect, test } from '@playwright/test';
import { giveFigures } from './figures.ts';
import { expectSaved, startWorkshop, visit } from './support.ts';

const events = [
	'meldingnr;datum;naam_melder;buurtcode;omschrijving',
	...Array.from(
		{ length: 30 },
		(_, place) => `${place};0${1 + (place % 3)}-02-2026;J. Voorbeeld;BU05990110;schreeuwen`
	),
	'31;03-05-2026;J. Voorbeeld;BU05990110;muziek',
	'32;geen datum;J. Voorbeeld;BU05990110;muziek'
].join('\r\n');

test('a list of reports is counted on the device; names, small counts and errors do not come along', async ({
	page
}) => {
	const { id } = await startWorkshop(page.request, { title: 'Proef' });
	const sent: string[] = [];
	page.on('request', (request) => sent.push(request.postData() ?? ''));
	await page.goto(`/w/${id}/area`);
	await page.getByRole('button', { name: 'Importeer cijfers' }).click();
	const dialog = page.getByRole('dialog');
	await dialog
		.getByLabel('Bestand', { exact: true })
		.setInputFiles({ name: 'Overlast.csv', mimeType: 'text/csv', buffer: Buffer.from(events) });
	await expect(dialog.getByRole('alert')).toContainText('naam_melder, omschrijving');
	await expect(dialog.getByRole('button', { name: 'Importeer' })).toBeDisabled();
	await dialog.getByLabel(/deze kolommen blijven op mijn apparaat/).check();
	await expect(dialog.getByText('1 regel met een fout', { exact: true })).toBeVisible();
	await expect(dialog.getByText(/“geen datum” is geen datum/)).toBeVisible();
	await dialog.getByLabel(/Importeer de rest/).check();
	await expect(dialog.getByText(/1 klein aantal is afgeschermd/)).toBeVisible();
	await dialog.getByRole('button', { name: 'Importeer' }).click();
	await expect(dialog.getByText(/Opgeslagen: 2 nieuwe waarden/)).toBeVisible();
	await dialog.getByRole('button', { name: 'Klaar' }).click();
	await page.getByLabel('Gebied', { exact: true }).fill('BU05990110');
	await page.getByLabel('Gebied', { exact: true }).blur();
	await expect(page.getByRole('cell', { name: '30', exact: true }).first()).toBeVisible();
	expect(sent.join('')).not.toMatch(/Voorbeeld|schreeuwen|muziek/);
});

test('everybody in the workshop sees the figures, only the facilitator imports', async ({
	page,
	browser
}) => {
	const { id, links } = await startWorkshop(page.request, { title: 'Proef' });
	await giveFigures(page.request, id);
	const bea = await visit(browser, links.participant);
	await bea.page.goto(`/w/${id}/area`);
	await bea.page.getByLabel('Gebied', { exact: true }).fill('Buurt 1');
	await bea.page.getByLabel('Gebied', { exact: true }).blur();
	await expect(bea.page.getByRole('heading', { level: 1 })).toContainText('Buurt 1 scoort');
	await expect(bea.page.getByRole('button', { name: 'Importeer cijfers' })).toHaveCount(0);
	await bea.close();
});

test('a figure that is followed gets a norm, and what explains it, in front of the group', async ({
	page
}) => {
	const { id } = await startWorkshop(page.request, { template: 'demo', language: 'nl' });
	await giveFigures(page.request, id);
	await page.goto(`/w/${id}/area`);
	await page.getByLabel('Gebied', { exact: true }).fill('Buurt 1');
	await page.getByLabel('Gebied', { exact: true }).blur();
	await page.getByRole('button', { name: /^Volg Overlastmeldingen per 100/ }).click();
	await page
		.getByRole('link', { name: /Inzoomen/ })
		.first()
		.click();
	const row = page.getByRole('article').filter({ hasText: 'Overlastmeldingen per 100' });
	await row.getByLabel('Onze norm').fill('5');
	await row.getByLabel('Onze norm').blur();
	await expect(row.getByText(/Laatste meting 7,4, 2025; de norm is 5/)).toBeVisible();
	await page
		.getByLabel('Wat verklaart een lage score?')
		.fill('In de portieken kent niemand elkaar.');
	await page.getByRole('button', { name: 'Voeg verklaring toe' }).click();
	const cause = page
		.getByRole('article')
		.filter({ hasText: 'In de portieken kent niemand elkaar.' });
	await cause.getByRole('checkbox').first().check();
	await expect(cause.getByText('Herkend door 1 partij')).toBeVisible();
	await expectSaved(page);
});

test('how a file is read is offered to the next person of the organisation who brings one like it', async ({
	page,
	browser
}) => {
	const { id, links } = await startWorkshop(page.request, { title: 'Proef' });
	const registration = (year: number) =>
		Buffer.from(`plek;wanneer;klachten\nBU05990110;${year};36\n`);
	const bring = async (who: Page, year: number) => {
		await who.goto(`/w/${id}/area`);
		await who.getByRole('button', { name: 'Importeer cijfers' }).click();
		const dialog = who.getByRole('dialog');
		const file = { name: `klachten-${year}.csv`, mimeType: 'text/csv' };
		await dialog
			.getByLabel('Bestand', { exact: true })
			.setInputFiles({ ...file, buffer: registration(year) });
		return dialog;
	};
	const dialog = await bring(page, 2024);
	await expect(dialog.getByRole('alert')).toContainText('geen kolom met de code van een gebied');
	await dialog.getByText('Wat elke kolom is').click();
	await dialog.getByLabel('plek', { exact: true }).selectOption({ label: 'code van het gebied' });
	await dialog.getByLabel('wanneer', { exact: true }).selectOption({ label: 'periode' });
	const kept = page.waitForResponse((reply) => /\/mappings\//.test(reply.url()) && reply.ok());
	await dialog.getByRole('button', { name: 'Importeer' }).click();
	await expect(dialog.getByText(/Opgeslagen: 1 nieuwe waarde/)).toBeVisible();
	await kept;

	const bea = await visit(browser, links.facilitator);
	const offered = await bring(bea.page, 2025);
	await expect(offered.getByText(/komen van een eerder bestand/)).toBeVisible();
	await expect(offered.getByText(/1 rij gelezen: 1 waarde/)).toBeVisible();
	await expect(offered.getByRole('button', { name: 'Importeer' })).toBeEnabled();
	await offered.getByRole('button', { name: 'Lees zonder die keuzes' }).click();
	await expect(offered.getByRole('alert')).toContainText('geen kolom met de code van een gebied');
	await bea.close();
});
