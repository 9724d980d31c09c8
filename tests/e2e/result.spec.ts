import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { demo, startWorkshop } from './support.ts';

type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a file of which parts are taken out

const example: Json = JSON.parse(
	readFileSync(new URL('../fixtures/workshops/demo-molenwijk.nl.json', import.meta.url), 'utf8')
);

/** The example with plus signs only: no amount, no unit, no euro. */
function onlyPluses(): Json {
	const copy = structuredClone(example);
	for (const effect of copy.effects)
		Object.assign(effect, { amount: null, formula: '', inputs: [], unitValue: null, strength: 2 });
	for (const measure of copy.measures)
		for (const contribution of measure.contributions) contribution.amount = null;
	return { ...copy, rounds: [], challenges: [] };
}

async function openResult(page: Page, body: unknown): Promise<void> {
	const { id } = await startWorkshop(page.request, body);
	await page.goto(`/w/${id}/result`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('a scenario has a conclusion, and every drawing a sentence and its numbers in a table', async ({
	page
}) => {
	await openResult(page, demo);
	await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'Mensen eerst' });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Mensen eerst: er komt waarschijnlijk meer terug dan erin gaat. Na correctie voor wensdenken komt er minder terug.'
	);
	const drawings = page.getByRole('img', { name: /./ }).and(page.locator('canvas'));
	await expect(drawings).toHaveCount(4);
	const names = [
		/zonder en met correctie/,
		/^Gemiddelde baten/,
		/^Gemiddelden per jaar/,
		/laag of hoog/
	];
	for (const summary of await page.getByText('Toon de cijfers').all()) await summary.click();
	for (const name of names) await expect(page.getByRole('table', { name })).toBeVisible();
	const inked = await drawings.first().evaluate((canvas: HTMLCanvasElement) => {
		const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
		return data.some((part) => part > 0);
	});
	expect(inked).toBe(true);
});

test('a drawing can be walked over with the keyboard, and says every place', async ({ page }) => {
	await openResult(page, demo);
	await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'Mensen eerst' });
	const years = page.getByRole('region', { name: /terugverdiend/ });
	await years.locator('canvas').focus();
	await expect(years.getByText('Met de pijltjestoetsen')).toBeVisible();
	await page.keyboard.press('End');
	await expect(years.locator('[aria-live]')).toContainText(
		/2036, opgeteld vanaf het begin: €\s.*, in 9 van de 10 uitkomsten tussen .* en /
	);
});

test('chances can happen or not, and every number can be worked out more precisely, from here', async ({
	page
}) => {
	await openResult(page, demo);
	const outcomes = page.getByRole('heading', { name: /^In 9 van de 10 uitkomsten/ });
	const first = await outcomes.innerText();
	await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'Mensen eerst' });
	await expect(outcomes).not.toHaveText(first, { useInnerText: true });
	const multiplied = await outcomes.innerText();
	const event = page.getByLabel('Laat een kans wel of niet uitkomen');
	await expect(event).toHaveAccessibleDescription(/60 van de 100 uitkomsten/);
	await event.check();
	await expect(outcomes).not.toHaveText(multiplied, { useInnerText: true });
	const happening = await outcomes.innerText();
	await page.reload();
	await expect(event).toBeChecked();
	await expect(outcomes).toHaveText(happening, { useInnerText: true });

	await page.getByRole('button', { name: 'Reken preciezer' }).click();
	await expect(page.getByText('Uitgerekend met 65.536 trekkingen.')).toBeVisible({
		timeout: 30_000
	});
	await event.uncheck();
	await expect(outcomes).toHaveText(multiplied, { useInnerText: true });
	await expect(page.getByText('Uitgerekend met 4.096 trekkingen.')).toBeVisible();
});

for (const screen of ['result', 'matrix', 'scenarios'])
	test(`on paper ${screen} has its numbers within the page, and nothing to press`, async ({
		page
	}) => {
		const { id } = await startWorkshop(page.request, demo);
		await page.goto(`/w/${id}/${screen}`);
		await expect(page.getByText(/^Uitgerekend met/)).toBeVisible({ timeout: 30_000 });
		const tables = page.getByRole('table');
		const all = await page.locator('table').count();
		await page.setViewportSize({ width: 703, height: 1032 });
		await page.emulateMedia({ media: 'print' });
		await expect(tables).toHaveCount(all);
		// Words in the head of a table that explain themselves on a screen stay as words.
		await expect(page.locator('button:visible:not(th *)')).toHaveCount(0);
		await expect(page.getByRole('navigation')).toHaveCount(0);
		const beyond = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(beyond).toBe(0);
		// Columns stand beside each other, as on a wide screen.
		await expect(tables.first().getByRole('columnheader').first()).toBeVisible();
	});

test('with plus signs only, the screen says what is not in euros and how to go on', async ({
	page
}) => {
	await openResult(page, { file: onlyPluses() });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Nog niets in dit scenario staat in euro’s.'
	);
	await expect(page.getByText('+ +').first()).toBeVisible();
	await expect(page.locator('canvas')).toHaveCount(0);
	await page.getByRole('link', { name: 'Naar de arena' }).click();
	await expect(page).toHaveURL(/\/arena$/);
});

test('with nothing at all, no amount is made up', async ({ page }) => {
	await openResult(page, { title: 'Leeg' });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Nog niets in dit scenario staat in euro’s.'
	);
	await expect(page.locator('main')).not.toContainText('€');
});
