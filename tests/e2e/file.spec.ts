import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { demo, expectSaved, startWorkshop } from './support.ts';

const example = 'tests/fixtures/workshops/sound-example.nl.json';

test('a workshop file opens from the start page, and comes out as it went in', async ({ page }) => {
	await page.goto('/');
	const chooser = page.waitForEvent('filechooser');
	await page.getByText('Open een werksessiebestand').click();
	await (await chooser).setFiles(example);
	await page.waitForURL(/\/w\/[a-z0-9]{16}\/arena/);
	await expectSaved(page);
	const id = new URL(page.url()).pathname.split('/')[2];
	const out = await (await page.request.get(`/api/workshops/${id}/file`)).json();
	const before = JSON.parse(readFileSync(example, 'utf8'));
	for (const list of ['parties', 'indicators', 'causes', 'measures', 'effects', 'scenarios']) {
		expect(out[list], list).toMatchObject(before[list]);
	}
});

test('a file with mistakes says where they are and changes nothing', async ({ page }) => {
	await page.goto('/');
	const chooser = page.waitForEvent('filechooser');
	await page.getByText('Open een werksessiebestand').click();
	const broken = JSON.parse(readFileSync(example, 'utf8'));
	broken.effects[2].recipients[0].share = 1.5;
	await (
		await chooser
	).setFiles({
		name: 'fout.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(broken))
	});
	await expect(page.getByText('effects.2.recipients.0.share')).toBeVisible();
	expect(new URL(page.url()).pathname).toBe('/');
});

test('one click opens an own copy of the example', async ({ page }) => {
	await page.goto('/');
	await page.getByRole('button', { name: 'Open het voorbeeld' }).click();
	await page.waitForURL(/\/w\/[a-z0-9]{16}\/arena/);
	await expect(page.getByText('10 maatregelen')).toBeVisible();
});

test('undo takes back what I did and leaves what another did', async ({ browser, request }) => {
	const { id, links } = await startWorkshop(request, demo);
	const [anna, bram] = await Promise.all([join(), join()]);
	await add(anna, 'Van Anna');
	await add(bram, 'Van Bram');
	await expect(anna.getByRole('button', { name: 'Van Bram', exact: true })).toBeVisible();
	await anna.getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect(bram.getByRole('button', { name: 'Van Anna', exact: true })).toHaveCount(0);
	await expect(anna.getByRole('button', { name: 'Van Bram', exact: true })).toBeVisible();
	await Promise.all([anna.context().close(), bram.context().close()]);

	async function join() {
		const context = await browser.newContext();
		await context.request.post('/api/join', { data: { token: links.participant.split('#')[1] } });
		const page = await context.newPage();
		await page.goto(`/w/${id}/arena`);
		return page;
	}

	async function add(page: typeof anna, title: string) {
		await page.getByRole('button', { name: 'Maatregel toevoegen' }).first().click();
		await page.getByLabel(/^Wat doen we/).fill(title);
		await page.getByRole('button', { name: 'Klaar' }).click();
	}
});
